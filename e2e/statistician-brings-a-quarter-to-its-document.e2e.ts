/** The quarterly job through the browser: import a foreign file, open a figure, decide the verdict, issue, download. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import JSZip from 'jszip'
import { signIn } from './person.ts'

const period = '2026Q3'
/** Numbers that no other run has brought. */
const mark = `X${Date.now()}-`
/** Another system's words and units: US dates, code words, thousands of dollars. */
const foreign = [
  'Case ID;Alarm;On scene;Occupancy;Fire cause;Loss (kUSD);Injured civilians;Injured crew',
  `${mark}1;08/15/2026 14:03:00;08/15/2026 14:08:10;DWELL;SHORT CIRCUIT;1.5;1;0`,
  `${mark}2;08/16/2026 02:40:00;08/16/2026 02:47:00;RETAIL;COOKING;0.25;0;0`,
  `${mark}3;09/02/2026 19:20:00;;DWELL;UNKNOWN TO US;0.4;0;1`,
].join('\n')

/** An option of the list that is open. */
const optionOf = (page: Page, text: string) =>
  page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: new RegExp(`^${text.replace(/[()]/g, '\\$&')}$`) })

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  const wanted = optionOf(page, option)
  await expect(wanted).toBeVisible()
  // What the proposal has chosen already stays chosen.
  if (!/option-selected/.test((await wanted.getAttribute('class')) ?? '')) await wanted.click()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0, { timeout: 1500 })
  }).toPass()
}

/** The number shown under a figure's label. */
const figure = (page: Page, label: string) =>
  page
    .locator('.figure', { has: page.getByText(label, { exact: true }) })
    .locator('.num')
    .first()

async function firesOf(page: Page): Promise<number> {
  await page.goto(`/analysis?period=${period}`)
  const number = figure(page, '火灾起数')
  await expect(number).toHaveText(/^\d+$/)
  return Number(await number.textContent())
}

test('statistician: foreign file → quarter → figure → verdict → issue → document', async ({ page }) => {
  await signIn(page, 'statistician')
  const before = await firesOf(page)

  await test.step('imports a file in a foreign layout through a mapping', async () => {
    await page.goto('/incidents/import')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'foreign.csv', mimeType: 'text/csv', buffer: Buffer.from(foreign) })
    await expect(page.getByRole('columnheader', { name: '本系统字段' })).toBeVisible()
    await mapForeign(page)
    // What the rows become is seen while one maps, and a reload loses nothing.
    await expect(page.getByText('1.5 → 10,650 元')).toBeVisible()
    await expect(page.getByText('前 3 行试读，没有发现问题。')).toBeVisible()
    await page.reload()
    await expect(page.getByText('已恢复上次未完成的导入：foreign.csv。')).toBeVisible()
    await page.getByRole('button', { name: '保存映射方案' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '试运行' }).click()
    await expect(page.getByText('试运行通过，可以导入。')).toBeVisible()
    await page.getByRole('button', { name: '开始导入' }).click()
    await expect(page.getByText('导入完成。')).toBeVisible()
  })

  await test.step('opens the figure and sees exactly its records', async () => {
    expect(await firesOf(page)).toBe(before + 3)
    await figure(page, '火灾起数').click()
    await expect(page).toHaveURL(/\/incidents\?.*counted=fires/)
    await expect(page.getByText(`火灾 ${before + 3} 起`).first()).toBeVisible()
    await page.getByRole('searchbox').last().fill(mark)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: `${mark}1` })).toBeVisible()
    await expect(page.getByRole('link', { name: `${mark}3` })).toBeVisible()
  })

  await test.step('changes the verdict with a reason and issues', async () => {
    await page.goto(`/analysis?period=${period}`)
    await page.getByRole('button', { name: /起草分析|打开草稿/ }).click()
    await expect(page).toHaveURL(/\/analysis\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: '改为其他结论' }).click()
    const dialog = page.getByRole('dialog')
    // The dialog takes the focus when it has opened, and with it from a list that opened before.
    await expect(dialog.getByRole('textbox').last()).toBeFocused()
    const verdict = dialog.getByRole('combobox', { name: '选择结论' })
    await verdict.click()
    await expect(page.locator('.ant-select-dropdown:visible .ant-select-item-option').first()).toBeVisible()
    // By the keyboard: on a slow machine a list that is still opening moves away from under the pointer.
    await verdict.press('Enter')
    await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
    await dialog.getByRole('textbox').last().fill('火灾上升主要因轻微火灾纳入统计，较大以上火灾为零。')
    await dialog.getByRole('button').last().click()
    await expect(page.getByText('火灾上升主要因轻微火灾纳入统计')).toBeVisible()
    await page.getByRole('button', { name: '印发', exact: true }).click()
    await page.locator('.ant-popover').getByRole('button', { name: '印发' }).click()
    await expect(page.getByText('已印发').first()).toBeVisible()
  })

  await test.step('downloads the document, which is a 公文', async () => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 Word 文档' }).click()
    await checkDocument(readFileSync(await (await coming).path()), before + 3)
  })

  await test.step('a later correction changes no issued figure and shows as a revision', async () => {
    const issued = page.url()
    await page.goto(`/incidents?q=${mark}2`)
    await page.getByRole('link', { name: `${mark}2` }).click()
    await page.getByRole('button', { name: '核销' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').last().fill('经复核为炊烟误报')
    await dialog.getByRole('button').last().click()
    await expect(page.getByText('已核销').first()).toBeVisible()
    await page.goto(issued)
    await page.getByRole('tab', { name: '修订清单' }).click()
    await expect(page.getByText(`${mark}2`)).toBeVisible()
    await page.getByRole('tab', { name: '数据' }).click()
    await expect(figure(page, '火灾起数')).toHaveText(String(before + 3))
  })
})

/** Columns, constant, code words, factor, date format and the sum of two columns. */
async function mapForeign(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: '映射方案 方案名称' })
    .or(page.getByLabel('方案名称'))
    .first()
    .fill('外部系统')
  const wanted: Record<string, string[]> = {
    警情编号: ['Case ID'],
    接警时间: ['Alarm'],
    到场时间: ['On scene'],
    场所类别: ['Occupancy'],
    起火原因: ['Fire cause'],
    '直接财产损失(元)': ['Loss (kUSD)'],
    轻伤人数: ['Injured civilians', 'Injured crew'],
  }
  for (const [ours, theirs] of Object.entries(wanted))
    for (const header of theirs) await choose(page, `${ours} 文件中的列`, header)
  await page.getByLabel('警情类别 固定值').fill('fire')
  for (const time of ['接警时间', '到场时间']) await choose(page, `${time} 时间格式`, 'MM/DD/YYYY HH:mm:ss')
  await page.getByLabel('直接财产损失(元) 换算系数').fill('7100')
  await words(page, '场所类别', { DWELL: '住宅', RETAIL: '商店/商场/市场' })
  await words(page, '起火原因', { 'SHORT CIRCUIT': '电气火灾', COOKING: '生活用火不慎', 'UNKNOWN TO US': '不明确原因' })
}

async function words(page: Page, field: string, values: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: `“${field}”的代码对应` }).click()
  const dialog = page.getByRole('dialog')
  for (const [foreignWord, ours] of Object.entries(values)) {
    // A long list draws only what is in view: type, as a person would, and once more where the list moved meanwhile.
    await expect(async () => {
      await dialog.getByRole('combobox', { name: `${field} ${foreignWord}`, exact: true }).fill(ours)
      await optionOf(page, ours).click({ timeout: 3000 })
      await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0, { timeout: 3000 })
    }).toPass()
  }
  await dialog.getByRole('button', { name: /确\s?定/ }).click()
  await expect(dialog).toBeHidden()
}

/** Headings, figures, fonts and margins of GB/T 9704-2012. */
async function checkDocument(bytes: Buffer, fires: number): Promise<void> {
  const zip = await JSZip.loadAsync(bytes)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? ''
  const text = xml.replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('2026年第三季度消防安全形势分析')
  expect(text).toContain('一、')
  expect(text).toContain(`火灾${fires}起`)
  // 37, 35, 28 and 26 mm in twentieths of a point.
  const margins = /<w:pgMar[^>]+>/.exec(xml)?.[0] ?? ''
  for (const [side, millimetres] of Object.entries({ top: 37, bottom: 35, left: 28, right: 26 })) {
    const twips = Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1])
    expect(Math.abs(twips - (millimetres / 25.4) * 1440), side).toBeLessThan(20)
  }
  for (const font of ['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体']) expect(xml + styles).toContain(font)
  expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/)
  expect(Object.keys(zip.files).some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true)
}
