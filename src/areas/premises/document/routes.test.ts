import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { cornerShop, shopKeeper, spots } from '../../../app/testing/premises.ts'
import { type Client, makeWorld } from '../../../app/testing/world.ts'

const world = await makeWorld()
const inspector = await world.as('inspector')
const head = await world.as('head')
const reason = '现场核实'

const building = await inspector.premises.enter({
  facts: { ...cornerShop, form: 'building', kind: null, name: '柳荫大厦', operatorIdTail: null },
  contacts: { ...shopKeeper },
})
const hotel = await head.premises.enter({
  facts: {
    ...cornerShop,
    name: '柳荫宾馆',
    kind: 'HOTEL-HOTEL',
    rooms: 60,
    building: building.id,
    facilities: [
      { kind: 'EXT', count: 12, expiresOn: '2020-05-01' },
      { kind: 'SPRK', count: 0, expiresOn: null },
      { kind: 'LIGHT', count: null, expiresOn: null },
    ],
    papers: [{ kind: 'OPENING', no: '青消检〔2020〕7号', issuedOn: '2020-06-01', expiresOn: null, file: null }],
  },
  contacts: shopKeeper,
})
await head.premises.correct({
  id: hotel.id,
  version: hotel.version,
  facts: { ...cornerShop, ...hotel, staff: 21, kind: 'HOTEL-INN' },
  reason,
})
await head.premises.reveal({ id: hotel.id, purpose: '通知整改' })

async function printed(id: string, format?: 'html', by: Client = head): Promise<File> {
  const { body } = await by.premises.document({ id, ...(format ? { format } : {}) })
  return body as File
}
const pageOf = async (id: string, by: Client = head) => (await printed(id, 'html', by)).text()
const rowOf = (page: string, label: string) => {
  const cells = page
    .replace(/\n/g, '')
    .replace(/<\/(td|th|tr)>/g, '|')
    .replace(/<[^>]+>/g, '')
  return new RegExp(`${label}\\|([^|]*)\\|`).exec(cells)?.[1]
}

describe('the file of a place', () => {
  it('is a Word file that says what is known, in its order', async () => {
    const file = await printed(hotel.id)
    expect(file.name).toBe(`premises-${hotel.premisesNo}.docx`)
    const xml = await (await JSZip.loadAsync(await file.arrayBuffer())).file('word/document.xml')?.async('string')
    const text = [...(xml ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')
    const headings = [
      '一、基本情况',
      '二、人员',
      '三、建筑与使用',
      '四、消防设施器材',
      '五、证照文书',
      '六、监管归属与依据',
    ]
    const places = [...headings, '七、关系', '八、历次变动'].map((heading) => text.indexOf(heading))
    expect(places.every((at) => at > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toContain('柳荫宾馆')
  })
  it('tells a zero from what nobody knows, and what has run out', async () => {
    const page = await pageOf(hotel.id)
    expect(rowOf(page, '自动喷水灭火系统')).toBe('无')
    expect(rowOf(page, '应急照明')).toBe('未登记')
    expect(rowOf(page, '客房数')).toBe('60间')
    expect(rowOf(page, '床位数')).toBe('未登记')
    expect(page).toMatch(/2020-05-01<\/td><td[^>]*>已过期/)
    expect(page).toContain('青消检〔2020〕7号')
  })
  it('cites the article of each criterion, and says to whom the rule would give it', async () => {
    const page = await pageOf(hotel.id)
    expect(page).toContain('宾馆、旅馆、饭店客房 50 间以上（《关于贯彻实施')
    expect(page).toContain('按规定应由消防救援大队监管，待移交')
  })
  it('shows people masked, and no part of an identity number', async () => {
    const page = await pageOf(hotel.id)
    expect(rowOf(page, '消防安全责任人')).toBe('韩*')
    expect(page).toContain('199****1234')
    for (const secret of ['韩松', '19900001234', '123X']) expect(page).not.toContain(secret)
  })
  it('lists what changed, from what to what and why, but not who looked', async () => {
    const page = await pageOf(hotel.id)
    expect(page).toContain('从业人数：3人→21人')
    expect(page).toContain('场所类别：宾馆→旅馆')
    expect(page).toContain('建立档案')
    expect(page).toContain(reason)
    expect(page).not.toContain('通知整改')
  })
  it('names what it is part of, and what is part of it', async () => {
    expect(await pageOf(hotel.id)).toContain('所在建筑：柳荫大厦')
    expect(rowOf(await pageOf(building.id, inspector), hotel.premisesNo)).toBe('柳荫宾馆')
  })
  it('is remembered each time', async () => {
    await printed(building.id, undefined, inspector)
    const { items } = await inspector.premises.history({ id: building.id })
    expect(items[0]).toMatchObject({ act: 'premises.document', actor: '周巡安' })
  })
  it('of another station’s place is nowhere', async () => {
    const { id } = await inspector.premises.enter({ facts: { ...cornerShop, ...spots.S2C1 }, contacts: shopKeeper })
    await expect(head.premises.document({ id, format: 'docx' })).rejects.toMatchObject({ status: 404 })
  })
})
