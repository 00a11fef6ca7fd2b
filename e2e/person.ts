/** A person at the desk. */
import { expect, type Page } from '@playwright/test'
import { demoPassword } from '../src/app/demo/cast.ts'

/** Signs in through the page, as a user would. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('口令', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
