/** What somebody has typed outlives a broken line, an ended session and a colleague's correction. */
import { expect, type Page, test } from '@playwright/test'
import { demoPassword } from '../src/app/demo/cast.ts'
import { signIn } from './person.ts'

const number = `L${Date.now()}`

/** The session ends on the server's side; the person signs in again where the desk leads. */
async function signInAgain(page: Page, username: string): Promise<void> {
  await expect(page).toHaveURL(/sign-in/)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('口令', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('officer on a phone: enters an alarm over a broken line and an ended session', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'officer')
  await page.goto('/incidents/new')
  const submit = page.getByRole('button', { name: '提交登记' })

  await test.step('what is wanting is brought into sight', async () => {
    await page.getByLabel('地址').fill('村口小卖部')
    await submit.click()
    await expect(page.getByLabel('警情编号')).toBeFocused()
    await expect(page.getByLabel('警情编号')).toBeInViewport()
  })

  await test.step('a broken line is said where the button is', async () => {
    // The page asks by itself whether the number is taken: once answered, it asks nothing more,
    // and what ends the session below is the submission.
    const asked = page.waitForResponse((response) => response.url().includes(`q=${number}`))
    await page.getByLabel('警情编号').fill(number)
    await page.getByRole('textbox', { name: '接警时间' }).fill('2026-11-20 08:30')
    await page.keyboard.press('Tab')
    await asked
    await page.context().setOffline(true)
    await submit.click()
    await expect(page.getByText('连接不上服务器')).toBeInViewport()
    await expect(page.getByText('填写的内容已暂存在本机')).toBeInViewport()
    await page.context().setOffline(false)
  })

  await test.step('an ended session leads back to the form as it was', async () => {
    await page.context().clearCookies()
    await submit.click()
    await signInAgain(page, 'officer')
    await expect(page.getByText('已恢复上次未提交的内容。')).toBeVisible()
    await expect(page.getByLabel('警情编号')).toHaveValue(number)
    await submit.click()
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible()
  })
})

test('statistician: a colleague was quicker; both versions are shown', async ({ page }) => {
  await signIn(page, 'statistician')
  await page.goto(`/incidents?q=${number}`)
  await page.getByRole('link', { name: number }).click()
  await page
    .getByRole('link', { name: '更正' })
    .or(page.getByRole('button', { name: '更正' }))
    .click()
  await page.getByLabel('轻伤人数').fill('1')
  await page.getByLabel('更正理由').fill('医院回复')

  const colleague = await page.context().newPage()
  await colleague.goto(page.url())
  await colleague.getByLabel('地址').fill('村口小卖部北侧')
  await colleague.getByRole('button', { name: '提交更正' }).click()
  await expect(colleague.getByLabel('更正理由')).toBeFocused()
  await colleague.getByLabel('更正理由').fill('补全地址')
  await colleague.getByRole('button', { name: '提交更正' }).click()
  await expect(colleague.getByRole('heading', { level: 1, name: number })).toBeVisible()

  await page.getByRole('button', { name: '提交更正' }).click()
  await expect(page.getByText('您填写期间，别人已修改了这条记录')).toBeInViewport()
  await page.getByRole('button', { name: '在最新记录上保留我的改动' }).click()
  await page.getByRole('button', { name: '提交更正' }).click()
  await expect(page.getByText('村口小卖部北侧').first()).toBeVisible()
  await expect(page.getByText('医院回复').first()).toBeVisible()
})

test('statistician: a paragraph being written outlives the session', async ({ page }) => {
  await signIn(page, 'statistician')
  await page.goto('/analysis?period=2025Q1')
  await page.getByRole('button', { name: '起草分析' }).click()
  await expect(page).toHaveURL(/\/analysis\/[0-9a-f-]{36}/)
  await page
    .getByRole('button', { name: /^修改段落/ })
    .first()
    .click()
  const text = page.getByRole('textbox', { name: '修改段落' })
  await text.fill('本季度全区接警总体平稳。')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '保存' }).click()
  await signInAgain(page, 'statistician')
  await expect(text).toHaveValue('本季度全区接警总体平稳。')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('人工修改').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('本季度全区接警总体平稳。')).toBeVisible()
  await expect(text).toBeHidden()
})

test('leader: a page that cannot be fetched says so, and comes when the line is back', async ({ page }) => {
  await signIn(page, 'leader')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: '代码表' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '连接不上服务器' })).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '代码表' })).toBeVisible()
})
