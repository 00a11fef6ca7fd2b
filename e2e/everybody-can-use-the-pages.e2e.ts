/** The pages hold against axe, at both widths. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from './person.ts'

/** By who sees them: some are open to those alone who keep the register. */
const pagesOf = {
  leader: [
    '/',
    '/premises',
    '/premises/map',
    '/premises/transfers',
    '/premises/officers',
    '/premises/upkeep',
    '/incidents',
    '/todo',
    '/hazards',
    '/inspections',
    '/inspections/draws',
    '/inspections/draws/new',
    '/analysis?period=2026Q3',
    '/papers',
    '/papers/templates',
    '/organisation',
    '/calendar',
  ],
  head: [
    '/premises/new',
    '/premises/locate',
    '/premises/import',
    '/premises/twins',
    '/premises/officers',
    '/todo?tab=places',
    '/todo?tab=board',
    '/inspections/new',
    '/papers?tab=series',
  ],
} as const

/** Lists whose first record has a page of its own to be looked at. */
const recordsOf = ['/premises', '/premises/twins', '/hazards', '/inspections'] as const

async function expectSound(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).analyze()
  const path = new URL(page.url()).pathname
  // All that is wrong is told at once.
  expect.soft(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.target}`)).toEqual([])
}

for (const width of [1440, 390])
  test(`no page breaks a rule of accessibility at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/sign-in')
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    for (const user of ['leader', 'head'] as const) {
      await page.context().clearCookies()
      await signIn(page, user)
      for (const path of pagesOf[user]) {
        await page.goto(path)
        await expectSound(page)
      }
    }
    for (const path of recordsOf) {
      await page.goto(path)
      await page.locator('.cards a, tr.row-link a').first().click()
      await expect(page).toHaveURL(/[0-9a-f-]{36}$/)
      await expectSound(page)
    }
    await page.goto('/premises?form=unit&state=open')
    await page.locator('.cards a, tr.row-link a').first().click()
    await page.getByRole('link', { name: '登记检查' }).click()
    await page
      .getByRole('region', { name: /^检查项目/ })
      .getByText('不符合', { exact: true })
      .first()
      .click()
    await page.getByRole('button', { name: '提交检查记录' }).click()
    await expect(page.getByRole('region', { name: /^还有 \d+ 处需要补正$/ })).toBeVisible()
    await expectSound(page)
  })
