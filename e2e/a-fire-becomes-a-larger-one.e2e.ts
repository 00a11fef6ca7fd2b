/** A fire is entered with typed times; deaths within 30 days raise its class, and the leader hears of it. */
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './person.ts'

const number = `D${Date.now()}`

/** Types into a time and leaves it, as a person does. */
async function type(page: Page, field: string, text: string, shown: string): Promise<void> {
  const box = page.getByRole('textbox', { name: field })
  await box.click()
  await box.fill(text)
  await page.keyboard.press('Tab')
  await expect(box).toHaveValue(shown)
}

test('statistician: enters a fire, adds its dead; leader: is told', async ({ page, browser }) => {
  await signIn(page, 'statistician')

  await test.step('times are typed, and a kind chosen by mistake costs nothing', async () => {
    await page.goto('/incidents/new')
    await page.getByLabel('警情编号').fill(number)
    await type(page, '接警时间', '2026年11月20日23时50分', '2026-11-20 23:50:00')
    await type(page, '出动时间', '2351', '2026-11-20 23:51:00')
    await type(page, '到场时间', '0:02', '2026-11-21 00:02:00')
    await type(page, '控制时间', '昨天', '')
    await expect(page.getByText('看不懂“昨天”')).toBeVisible()
    await page.getByLabel('死亡人数').fill('0')
    await page.getByLabel('重伤人数').fill('1')
    await page.getByRole('combobox', { name: '警情类别' }).click()
    await page.getByTitle('虚假警', { exact: true }).click()
    await expect(page.getByText('下列 2 项只有火灾才填写的内容不再保留')).toBeVisible()
    await page.getByRole('button', { name: '仍为火灾' }).click()
    await expect(page.getByLabel('重伤人数')).toHaveValue('1')
    await page.getByRole('button', { name: '提交登记' }).click()
    await expect(page.getByRole('heading', { name: number })).toBeVisible()
  })

  await test.step('what cannot be is said before it is sent, and what would become of the class', async () => {
    await page.getByRole('button', { name: '补记死亡' }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: '确认补记' })
    await dialog.getByLabel('增加死亡人数').fill('3')
    await expect(dialog.getByText('登记的重伤人数少于要转为死亡的人数')).toBeVisible()
    await expect(confirm).toBeDisabled()
    await dialog.getByRole('checkbox').uncheck()
    await expect(dialog.getByText('一般 → 较大')).toBeVisible()
    await dialog.getByRole('textbox', { name: '理由' }).fill('医院通报')
    await confirm.click()
    await expect(page.getByText('统计等级由“一般”改为“较大”')).toBeVisible()
    await expect(page.getByRole('button', { name: '核销' })).toBeDisabled()
    await expect(page.getByText('有人员死亡的火灾不能核销')).toBeVisible()
  })

  await test.step('its number cannot be given twice', async () => {
    await page.goto('/incidents/new')
    await page.getByLabel('接警时间').fill('8:30')
    await page.getByLabel('警情编号').fill(number)
    await expect(page.getByText(`警情编号 ${number} 已有记录`)).toBeVisible()
  })

  await test.step('the leader opens the record from the notice', async () => {
    const leader = await browser.newPage()
    await signIn(leader, 'leader')
    await leader.goto('/notices')
    await leader.getByRole('link', { name: `${number} 由一般火灾改定为较大火灾，现死亡 3 人` }).click()
    await expect(leader.getByRole('heading', { name: number })).toBeVisible()
    await leader.close()
  })
})
