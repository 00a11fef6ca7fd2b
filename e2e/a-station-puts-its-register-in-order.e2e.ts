/** A station's register through the browser: a messy file, its bad rows, duplicates, the search, the map, the brigade. */
import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import type { Polygon } from '../src/kernel/geo.ts'
import { boundsOf, inPolygon, type LngLat } from '../src/kernel/geo.ts'
import { signIn } from './person.ts'

const rows = 1000
/** A name that nobody else has, to be found by its initials. */
const mall = '琥珀巷旧货商场'

interface Ground {
  readonly name: string
  readonly points: readonly LngLat[]
}

/** Points within the communities of the station that the person works at. */
async function groundOf(request: APIRequestContext): Promise<Ground[]> {
  const read = async (path: string) => (await request.get(`/api/organisation/${path}`)).json()
  const me = await (await request.get('/api/me')).json()
  const { items: areas } = await read('areas?level=2')
  const { items: shapes } = await read('shapes?kind=community')
  const own = areas.filter(({ station }: { station: string }) => station === me.body.id)
  return own.slice(0, 4).map(({ id, name }: { id: string; name: string }) => {
    const { polygon } = shapes.find((shape: { id: string }) => shape.id === id) as { polygon: Polygon }
    return { name, points: pointsIn(polygon, rows / 4 + 20) }
  })
}

function pointsIn(polygon: Polygon, count: number): LngLat[] {
  const { west, south, east, north } = boundsOf(polygon.flat())
  const found: LngLat[] = []
  for (let n = 1; found.length < count; n++) {
    // Two sequences that fill a square evenly.
    const at: LngLat = [
      west + (east - west) * ((n * 0.7548776662) % 1),
      south + (north - south) * ((n * 0.5698402909) % 1),
    ]
    if (inPolygon(at, polygon)) found.push([Number(at[0].toFixed(6)), Number(at[1].toFixed(6))])
  }
  return found
}

const kinds = ['便利店', '小餐饮', '小旅馆', '理发店', '五金厂', '快递站', '网吧', '诊所']

/** What a station keeps in its own spreadsheet: other headers, wide digits, blank lines, and nine rows that are no good. */
function messyFile(ground: readonly Ground[]): string {
  const lines = ['单位名称,类别,经营地址,所属社区,东经,北纬,经营面积,联系人,联系电话,信用代码']
  const at = (n: number) => {
    const { name, points } = ground[n % ground.length] as Ground
    const [lng, lat] = points[Math.floor(n / ground.length)] as LngLat
    return { community: name, lng, lat }
  }
  for (let n = 0; n < rows - 12; n++) {
    const { community, lng, lat } = at(n)
    const area = n % 7 === 0 ? '８０' : `${20 + (n % 200)}`
    const name = n % 11 === 0 ? `  旅程${n} 号 店 ` : `旅程${n}号店`
    lines.push(
      `${name},${kinds[n % kinds.length]},旅程路${n}号,${community},${lng},${lat},${area},韩松,1990001${String(n).padStart(4, '0')},`,
    )
    if (n % 97 === 0) lines.push(',,,,,,,,,')
  }
  const place = at(rows - 1)
  const there = `${place.community},${place.lng},${place.lat}`
  lines.push(
    `${mall},商场,琥珀巷8号,${there},1200,朱岚,19900029999,91350100M000100Y43`,
    `琥珀巷旧货商场（总店）,商场,琥珀巷8号,${there},,朱岚,19900029999,`,
    `代码错的店,便利店,旅程路2001号,${there},50,韩松,19900020001,91350100M000100Y44`,
    `负面积的店,便利店,旅程路2002号,${there},-5,韩松,19900020002,`,
    `19900020003,便利店,旅程路2003号,${there},50,韩松,19900020003,`,
    `远处的店,便利店,旅程路2004号,,121.473700,31.230400,50,韩松,19900020004,`,
    `没有社区的店,便利店,旅程路2005号,不存在社区,${place.lng},${place.lat},50,韩松,19900020005,`,
    `电话错的店,便利店,旅程路2006号,${there},50,韩松,不知道,`,
    `三次的店,便利店,旅程路2007号,${there},50,韩松,19900020007,`,
    `三次的店,便利店,旅程路２００７号,${there},50,韩松,19900020007,`,
    `三次的店 ,便利店,旅程路2007号,${there},50,韩松,19900020007,`,
    `颠倒的店,便利店,旅程路2008号,${place.community},${place.lat},${place.lng},50,韩松,19900020008,`,
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** The list of bad rows as a person gives it back: each mended by what is said of it, the same shop again left out. */
function mended(report: string, ground: readonly Ground[]): string {
  const { name, points } = ground[(rows - 1) % ground.length] as Ground
  const [lng, lat] = points[Math.floor((rows - 1) / ground.length)] as LngLat
  return report
    .split('\n')
    .filter((line) => !line.includes('三次的店'))
    .map((line) =>
      line
        .replaceAll('91350100M000100Y44', '91512081MA62K0260E')
        .replace(',-5,韩松', ',65,韩松')
        .replace(/(?<=,)19900020003,便利店/, '改名的店,便利店')
        .replace('121.473700,31.230400', `${lng},${lat}`)
        .replaceAll('不存在社区', name)
        .replace('韩松,不知道', '韩松,19900020006')
        .replace(`${lat},${lng},50,韩松,19900020008`, `${lng},${lat},50,韩松,19900020008`),
    )
    .join('\n')
}

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/premises/import')
  const fresh = page.getByRole('button', { name: '换一个文件' })
  if (await fresh.isVisible().catch(() => false)) await fresh.click()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(page.getByRole('columnheader', { name: '本系统字段' })).toBeVisible()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '试运行' }).click()
}

test('station: a messy file → bad rows mended → duplicates merged → found → map → brigade and back', async ({
  page,
}) => {
  await signIn(page, 'head')
  const ground = await groundOf(page.request)
  let report = ''

  await test.step('imports a thousand messy rows, leaving nine bad ones out', async () => {
    await bring(page, '辖区场所.csv', messyFile(ground))
    await expect(page.getByText(/有 9 行错误/).first()).toBeVisible()
    for (const reason of [
      '校验位不符',
      '不能小于 0',
      '像是电话号码',
      '公里',
      '不在社区的可选值中',
      '不是电话号码',
      '名称、地址相同',
      '反',
    ])
      await expect(page.getByText(new RegExp(reason)).first()).toBeVisible()
    await page.getByRole('checkbox', { name: '跳过错误行，只导入其余行' }).check()
    await page.getByRole('button', { name: '开始导入' }).click()
    await expect(page.getByText('导入完成。')).toBeVisible()
    await expect(page.getByText(`${rows - 9}`).first()).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载全部错误行' }).click()
    report = readFileSync(await (await coming).path(), 'utf8')
    expect(report).toContain('不知道')
  })

  await test.step('mends the bad rows in the list of them and imports it', async () => {
    await bring(page, '改好的错误行.csv', mended(report, ground))
    await expect(page.getByText('试运行通过，可以导入。')).toBeVisible()
    await page.getByRole('button', { name: '开始导入' }).click()
    await expect(page.getByText('导入完成。')).toBeVisible()
  })

  await test.step('merges the two records of one mall, choosing what contradicts', async () => {
    // The search for duplicates runs when the import is done.
    await expect(async () => {
      await page.goto('/premises')
      await page.getByRole('combobox', { name: '搜索场所单位' }).fill('hpxjhsc')
      await page.getByRole('option', { name: mall }).first().click()
      await expect(page.getByText('可能与其他档案重复')).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 60_000 })
    await page.getByRole('link', { name: '琥珀巷旧货商场（总店）' }).click()
    await expect(page.getByText('名称相近').first()).toBeVisible()
    // What contradicts must be chosen first.
    await expect(page.getByRole('button', { name: '合并', exact: true })).toBeDisabled()
    await page.getByRole('button', { name: '不一致的都用甲的' }).click()
    await page
      .locator('td', { has: page.getByText(mall, { exact: true }) })
      .getByRole('radio')
      .check()
    await page.getByRole('button', { name: '合并', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('同一家商场登记了两次')
    await dialog.getByRole('button', { name: '合并', exact: true }).click()
    await expect(page.getByText('已合并为一份档案。').first()).toBeVisible()
  })

  await test.step('finds it by initials: one record now, with the station and its criterion', async () => {
    await page.goto('/premises')
    await page.getByRole('combobox', { name: '搜索场所单位' }).fill('hpxjhsc')
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.getByRole('option', { name: mall }).click()
    await expect(page.getByRole('heading', { level: 1, name: mall })).toBeVisible()
    await expect(page.getByText('商场、市场建筑面积 1000 平方米以上').first()).toBeVisible()
  })

  await test.step('sees it on the map', async () => {
    await page.goto(`/premises?q=${encodeURIComponent(mall)}`)
    await page.getByRole('link', { name: '地图', exact: true }).click()
    await expect(page).toHaveURL(/\/premises\/map\?.*q=/)
    await expect(page.getByText('地图上 1 个')).toBeVisible()
    await page.getByRole('link', { name: '查看名册' }).click()
    await page.getByRole('link', { name: mall }).first().click()
  })

  await test.step('hands it to the brigade, with the criterion as the reason', async () => {
    const supervision = page.getByRole('region', { name: '监管', exact: true })
    await supervision.getByRole('button', { name: '移交', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox')).toHaveValue(/商场、市场建筑面积 1000 平方米以上/)
    await dialog.getByRole('button', { name: '移交', exact: true }).click()
    await expect(supervision.getByText(/移交青澜区消防救援大队，等待接收/)).toBeVisible()
  })

  await test.step('the brigade returns it with a reason, and the station hears of it', async () => {
    const brigade = await (await page.context().browser()?.newContext({ locale: 'zh-CN' }))?.newPage()
    if (!brigade) throw new Error('no browser')
    await signIn(brigade, 'inspector')
    await brigade.goto('/premises/transfers?tab=in')
    const row = brigade.getByRole('row', { name: new RegExp(mall) })
    await row.getByRole('button', { name: '退回' }).click()
    const dialog = brigade.getByRole('dialog')
    await dialog.getByRole('textbox').fill('现场核实营业面积不足 1000 平方米，请先更正档案')
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await expect(brigade.getByText(`已退回“${mall}”`).first()).toBeVisible()
    await brigade.context().close()
    await page.reload()
    const supervision = page.getByRole('region', { name: '监管', exact: true })
    await expect(supervision.getByText('现场核实营业面积不足 1000 平方米')).toBeVisible()
    await expect(supervision.getByRole('link', { name: '澜心派出所' })).toBeVisible()
    await page.goto('/notices')
    await expect(page.getByText(new RegExp(`${mall}.*退回|退回.*${mall}`)).first()).toBeVisible()
  })
})
