/** A shop without a point is placed by a click, and is then on the map where it was put. */
import { expect, type Page, test } from '@playwright/test'
import { cornerShop, shopKeeper } from '../src/app/testing/premises.ts'
import { signIn } from './person.ts'

const name = `望潮渔具${String(Date.now()).slice(-6)}`
const headers = { 'x-shouwang': '1' }

/** Clicks in the middle of the map, which shows the community in its middle. */
async function clickMiddle(page: Page): Promise<void> {
  const box = await page.locator('.map-canvas').boundingBox()
  if (!box) throw new Error('no map')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

test('officer: places a shop that has no point, and finds it on the map', async ({ page }) => {
  await signIn(page, 'officer')
  const me = await (await page.request.get('/api/me')).json()
  const { items: areas } = await (await page.request.get('/api/organisation/areas?level=2')).json()
  const community = areas.find((area: { station: string | null }) => area.station === me.body.id)
  const facts = { ...cornerShop, name, address: '望潮路9号', lng: null, lat: null, community: community.id }
  const entered = await page.request.post('/api/premises', { headers, data: { facts, contacts: shopKeeper } })
  expect(entered.status()).toBe(200)
  const { id } = await entered.json()

  await test.step('it waits to be placed', async () => {
    await page.goto('/premises/locate')
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await expect(page).toHaveURL(new RegExp(id))
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await expect(page.getByRole('button', { name: '保存位置' })).toBeDisabled()
  })

  await test.step('a click says where it falls, Enter saves, and the next one comes', async () => {
    await page.locator('.maplibregl-canvas').waitFor()
    await expect(async () => {
      await clickMiddle(page)
      await expect(page.getByText(`落在 ${community.name}`)).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(page.getByRole('button', { name: '保存位置' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(`已保存“${name}”的位置`)).toBeVisible()
    await expect(page.getByRole('button', { name: new RegExp(name) })).toBeHidden()
  })

  await test.step('the map has it there', async () => {
    await page.goto(`/premises/map?q=${name}&community=${community.id}&borders=community`)
    await expect(page.getByText('地图上 1 个')).toBeVisible()
    await expect(page.getByText('正在取点…')).toBeHidden()
    await clickMiddle(page)
    const card = page.getByRole('complementary').filter({ hasText: '此处 1 个对象' })
    await card.getByRole('link', { name }).click()
    await expect(page).toHaveURL(`/premises/${id}`)
  })
})
