/** An officer in a shop: the visit, an order by a day, its notice, the re-check, and the hazard is gone; the head sees it. */
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './person.ts'

/** Answers every item of the checklist, one of them with “no”. */
async function answer(page: Page, wrong: string): Promise<void> {
  const items = page.locator('section[id^=item-]')
  await expect(items.first()).toBeVisible()
  for (const item of await items.all()) {
    const isWrong = (await item.getAttribute('aria-label')) === wrong
    await item.getByText(isWrong ? '不符合' : '符合', { exact: true }).click()
  }
}

const photo = {
  name: '灭火器.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
}

test('officer: visit → order by a day → notice served → re-check → closed; head: sees it', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'officer')
  let hazard = ''

  await test.step('the place is found by its initials, the visit goes by its checklist', async () => {
    await page.goto('/premises?kind=SHOP-STORE&state=open&hazardous=false&sort=-lastInspectedOn')
    await page.locator('.cards a').first().click()
    await page.getByRole('link', { name: '登记检查' }).click()
    await expect(page.getByRole('heading', { name: '登记检查' })).toBeVisible()
    await page.getByRole('button', { name: '提交检查记录' }).click()
    const wrong = page.getByRole('region', { name: /^还有 \d+ 处需要补正$/ })
    await wrong.getByRole('link', { name: '检查人员：检查人员少于规定人数。' }).click()
    await expect(page.getByLabel('检查人员')).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('what does not hold is found, with a term that the law’s table proposes', async () => {
    // With whom the officer went before is one touch away.
    await page.getByRole('list', { name: '常同行' }).getByRole('button').first().click()
    await answer(page, '灭火器是否完好有效')
    await page.getByRole('button', { name: '灭火器压力不足' }).click()
    const found = page.getByRole('group', { name: '发现的问题' })
    await found.locator('input[type=file]').setInputFiles(photo)
    await expect(found.getByRole('button', { name: '删除发现的问题第 1 张照片' })).toBeVisible()
    await found.getByText('责令限期改正').click()
    await expect(found.getByText('按隐患情形建议 15 天')).toBeVisible()
    await expect(found.getByLabel('整改期限', { exact: true })).toHaveValue(/^\d{4}-\d\d-\d\d$/)
    await page.getByLabel('被检查单位陪同人员').fill('店主')
    await page.getByText('已签字', { exact: true }).click()
  })

  await test.step('a reload loses nothing, and it is submitted once', async () => {
    await page.reload()
    await expect(page.getByText('已恢复上次未提交的内容。')).toBeVisible()
    await page.getByRole('button', { name: '提交检查记录' }).click()
    await expect(page.getByRole('heading', { name: /^监督检查：/ })).toBeVisible()
    await expect(page.getByText(/送达责令限期改正通知书/)).toBeVisible()
    await expect(page.getByRole('img', { name: '灭火器压力不足' })).toBeVisible()
    await page.getByRole('link', { name: '灭火器压力不足' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '灭火器压力不足' })).toBeVisible()
    hazard = new URL(page.url()).pathname
  })

  await test.step('what must happen next is said, with its article', async () => {
    await expect(page.getByText(/应于 .* 前送达责令限期改正通知书/)).toBeVisible()
    await expect(page.getByText('《消防监督检查规定》（公安部令第120号）第19条').first()).toBeVisible()
    await page.getByRole('button', { name: '登记送达' }).click()
    await page.getByRole('dialog').getByLabel('签收人（拒签的写明情况）').fill('店主')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await expect(page.getByText(/应于 .* 前期满复查/)).toBeVisible()
    await expect(page.getByText(/整改期限未满/)).toBeVisible()
  })

  await test.step('put right before the term: seen again on application, and closed', async () => {
    await page.getByRole('button', { name: '登记复查申请' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await expect(page.getByText(/应于 .* 前按申请复查/)).toBeVisible()
    await page.getByRole('button', { name: '复查合格' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await expect(page.getByText('已办结，没有未完成的事项。')).toBeVisible()
  })

  await test.step('the head sees it; another station’s would not be there', async () => {
    const other = await browser.newPage()
    await signIn(other, 'head')
    await other.goto(hazard)
    await expect(other.getByRole('heading', { level: 1, name: '灭火器压力不足' })).toBeVisible()
    await expect(other.getByText('已消除').first()).toBeVisible()
    await other.goto('/inspections')
    await expect(other.getByRole('row').filter({ hasText: '发现 1 条' }).first()).toBeVisible()
    await other.close()
  })
})
