/** A district gets its streets through the browser: one by hand with a border drawn on the map, others from a file. */
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './person.ts'

/** Codes that no other run has brought. */
const mark = `E${Date.now()}`
const square = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
]
const feature = (properties: object, coordinates: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
})
const fileOf = (...features: object[]) => ({
  name: '街道.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
})

/** A border is drawn where the middle of the map is, so many pixels off. */
async function click(page: Page, right: number, down: number): Promise<void> {
  const box = await page.locator('.border-editor canvas').boundingBox()
  if (!box) throw new Error('no map')
  await page.mouse.click(box.x + box.width / 2 + right, box.y + box.height / 2 + down)
}

test('administrator: a street by hand and drawn, a community below it, and a file that is first refused', async ({
  page,
}) => {
  await signIn(page, 'sysadmin')
  await page.goto('/organisation/areas')
  const dialog = page.getByRole('dialog')
  const state = dialog.getByRole('status')

  await test.step('adds a street', async () => {
    await page.getByRole('button', { name: '新增区域' }).click()
    await dialog.getByLabel('名称').fill('新港街道')
    await dialog.getByLabel('代码').fill(mark)
    await dialog.getByRole('button', { name: /确\s?定/ }).click()
    await expect(page.getByRole('heading', { name: '新港街道' })).toBeVisible()
    await expect(page.getByText('未划定')).toBeVisible()
  })

  await test.step('draws its border, and is told when it crosses itself', async () => {
    await page.getByRole('button', { name: '划定边界' }).click()
    await expect(state).toContainText('0 个点')
    await expect(page.locator('.border-editor canvas')).toBeVisible()
    const points = [
      [-80, -60],
      [80, 60],
      [80, -60],
      [-80, 60],
    ] as const
    for (const [i, [right, down]] of points.entries()) {
      // The map is asleep until its style is there.
      await expect(async () => {
        if (!(await state.textContent())?.startsWith(`${i + 1} 个点`)) await click(page, right, down)
        await expect(state).toContainText(`${i + 1} 个点`, { timeout: 1000 })
      }).toPass()
    }
    await dialog.getByRole('button', { name: '闭合' }).click()
    await expect(state).toContainText('边界与自己相交')
    await expect(dialog.getByRole('button', { name: '保存边界' })).toBeDisabled()
    for (let i = 0; i < 3; i++) await dialog.getByRole('button', { name: '撤销一步' }).click()
    await click(page, 80, -60)
    await expect(state).toContainText('3 个点')
    await dialog.getByRole('button', { name: '闭合' }).click()
    await expect(state).toContainText('平方公里')
    await dialog.getByRole('button', { name: '保存边界' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('已划定')).toBeVisible()
  })

  await test.step('adds a community below it, whose border comes through the keyboard', async () => {
    await page.getByRole('button', { name: '新增社区' }).click()
    await dialog.getByLabel('名称').fill('灯塔社区')
    await dialog.getByLabel('代码').fill(`${mark}C1`)
    await dialog.getByRole('button', { name: /确\s?定/ }).click()
    await expect(page.getByRole('heading', { name: '灯塔社区' })).toBeVisible()
    await page.getByRole('button', { name: '划定边界' }).click()
    await dialog.getByRole('button', { name: '粘贴坐标' }).click()
    const box = dialog.getByRole('textbox', { name: 'GeoJSON' })
    await box.fill(JSON.stringify({ type: 'Polygon', coordinates: [square(122.5, 30.5, 0.01)[0]?.slice(0, -1)] }))
    await dialog.getByRole('button', { name: '使用' }).click()
    await expect(dialog.getByText('边界没有闭合')).toBeVisible()
    await box.fill(JSON.stringify({ type: 'Polygon', coordinates: square(122.5, 30.5, 0.01) }))
    await dialog.getByRole('button', { name: '使用' }).click()
    await expect(state).toContainText('4 个点')
    await dialog.getByRole('button', { name: '保存边界' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('已划定')).toBeVisible()
  })

  await test.step('brings a file: refused with every fault, then written', async () => {
    await page.getByRole('button', { name: '导入边界' }).click()
    const bow = [
      [
        [122.6, 30.6],
        [122.7, 30.7],
        [122.7, 30.6],
        [122.6, 30.7],
        [122.6, 30.6],
      ],
    ]
    const community = { 代码: `${mark}C2`, 名称: '渔歌社区', 上级: mark, 城乡: '城市' }
    await dialog.locator('input[type=file]').setInputFiles(fileOf(feature({ ...community, 城乡: '郊区' }, bow)))
    await expect(dialog.getByText('1 个要素中有 2 处错误')).toBeVisible()
    await expect(dialog.getByText('边界与自己相交')).toBeVisible()
    await expect(dialog.getByRole('button', { name: /^导\s?入$/ })).toBeDisabled()
    await dialog.locator('input[type=file]').setInputFiles(fileOf(feature(community, square(122.6, 30.6, 0.01))))
    await expect(dialog.getByText('共 1 个要素：新增 1，修改 0，相同 0。')).toBeVisible()
    await dialog.getByRole('button', { name: /^导\s?入$/ }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('searchbox').fill('渔歌')
    await page.keyboard.press('Enter')
    await expect(page.getByText('渔歌社区')).toBeVisible()
  })

  await test.step('closes a community: it is gone from the choices, and its name stays', async () => {
    await page.getByText('渔歌社区').click()
    await page.getByRole('button', { name: '修改' }).click()
    await dialog.getByRole('switch').click()
    await dialog.getByRole('button', { name: /确\s?定/ }).click()
    await expect(page.getByText('渔歌社区（已撤销）')).toBeVisible()
  })
})
