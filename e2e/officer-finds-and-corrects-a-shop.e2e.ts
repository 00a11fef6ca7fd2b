/** A shop enters the register, is found by the initials of its name, called for a purpose, and corrected. */
import { expect, test } from '@playwright/test'
import { signIn } from './person.ts'

const digits = String(Date.now()).slice(-6)
const name = `拾贝书屋${digits}`
const phone = '19900001234'

test('officer: enters, finds, calls and corrects a shop', async ({ page }) => {
  await signIn(page, 'officer')

  await test.step('enters it, and is told what follows before it is saved', async () => {
    await page.goto('/premises')
    await page.getByRole('link', { name: '登记', exact: true }).click()
    await page.getByRole('textbox', { name: '名称' }).fill(name)
    await page.getByLabel('场所类别').click()
    await page.keyboard.type('小卖部')
    await page.getByTitle('商店').click()
    await page.getByLabel('统一社会信用代码').fill('9199010')
    await expect(page.getByText('统一社会信用代码应为 18 位')).toBeVisible()
    await page.getByLabel('统一社会信用代码').fill('')
    await page.getByLabel('地址').fill('菱舫社区临岚路 1 号')
    await page.getByLabel('社区', { exact: true }).click()
    await page.keyboard.type('菱舫')
    await page.getByTitle('菱舫社区').last().click()
    await page.getByLabel('使用面积').fill('80')
    await page.getByLabel('燃气', { exact: true }).click()
    await page.getByTitle('瓶装液化气').click()
    await page.getByRole('listitem').filter({ hasText: '是否加标签“瓶装液化气”' }).getByRole('button').click()
    await page.getByLabel('消防安全责任人').fill('韩松')
    await page.getByLabel('责任人电话').fill(phone)
    await expect(page.getByRole('region', { name: '按现在填写的内容判定' })).toContainText('九小场所')
    await page.getByRole('button', { name: '提交登记' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('finds it by initials, with the keyboard alone', async () => {
    await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '场所单位' }).click()
    const box = page.getByRole('combobox', { name: '搜索场所单位' })
    await box.fill(`sbsw${digits}`)
    await expect(page.getByRole('option', { name })).toBeVisible()
    await box.press('ArrowDown')
    await box.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('sees the phone for a purpose', async () => {
    const people = page.getByRole('region', { name: '人员' })
    await expect(people.getByText('199****1234')).toBeVisible()
    await people.getByRole('button', { name: '查看' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('查看事由').fill('通知明日上门检查')
    await dialog.getByRole('button', { name: '查看' }).click()
    await expect(people.getByRole('link', { name: phone })).toHaveAttribute('href', `tel:${phone}`)
  })

  await test.step('corrects it, and the history tells', async () => {
    await page.getByRole('link', { name: '更正', exact: true }).click()
    await page.getByLabel('使用面积').fill('120')
    await page.getByLabel('更正理由').fill('现场复核')
    await page.getByRole('button', { name: '提交更正' }).click()
    const history = page.getByRole('region', { name: '办理记录' })
    await expect(history.getByRole('row', { name: '使用面积 80 平方米 120 平方米' })).toBeVisible()
    await expect(history.getByText('现场复核')).toBeVisible()
    await expect(history.getByText('事由：通知明日上门检查')).toBeVisible()
  })
})
