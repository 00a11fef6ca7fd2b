/** A draft that was begun by mistake goes, with its reason, and another may be begun. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { signIn } from './person.ts'

test('statistician: a draft begun by mistake is discarded', async ({ page }) => {
  await signIn(page, 'statistician')
  await page.goto('/analysis?period=2024Q1')
  await page.getByRole('button', { name: '起草分析' }).click()
  await expect(page).toHaveURL(/\/analysis\/[0-9a-f-]{36}/)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.getByRole('heading', { name: /消防安全形势分析/ })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${width} ${id} ${nodes[0]?.target}`)).toEqual([])
  }
  await page.getByRole('button', { name: '作废草稿' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '作废草稿' }).click()
  await expect(dialog.getByText('理由至少 2 个字')).toBeVisible()
  await dialog.getByLabel('理由').fill('时段选错')
  await dialog.getByRole('button', { name: '作废草稿' }).click()
  await expect(page).toHaveURL(/\/analysis\/drafts/)
  await expect(page.getByRole('heading', { level: 1, name: '形势分析' })).toBeVisible()
  await expect(page.getByRole('link', { name: '2024年第一季度' })).toBeHidden()
  await page.goto('/analysis?period=2024Q1')
  await expect(page.getByRole('button', { name: '起草分析' })).toBeVisible()
})
