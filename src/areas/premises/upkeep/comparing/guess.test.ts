import { describe, expect, it } from 'vitest'
import { guesser, type Lying, roadOf } from './guess.ts'

const lying = (addressKey: string, community: string | null, station: string | null, n = 1): Lying => ({
  addressKey,
  community,
  station,
  n,
})
const communities = [
  { id: 'liuyin', name: '柳荫社区', station: 'east' },
  { id: 'shiqiao', name: '石桥社区', station: 'east' },
]

describe('the road of an address', () => {
  it.each([
    ['望潮路12号3层', '望潮路', '12'],
    ['东街街道柳荫社区望潮路12号', '望潮路', '12'],
    ['滨海大道200号', '滨海大道', '200'],
    ['东街7号', '东街', '7'],
    ['望潮路与海风路口', '望潮路', undefined],
  ])('%s', (address, road, number) => expect(roadOf(address)).toEqual({ road, number }))
  it('is none where none is named', () => expect(roadOf('工业园3号厂房')).toBeUndefined())
})

describe('a guess', async () => {
  const guess = await guesser(communities, [
    lying('望潮路12号', 'liuyin', 'east', 9),
    lying('望潮路12号2层', 'liuyin', 'east'),
    lying('望潮路300号', 'maitian', 'west'),
    lying('海风路1号', 'liuyin', 'east', 5),
    lying('海风路9号', 'shiqiao', 'east', 5),
    lying('长堤路1号', 'liuyin', 'east', 1),
    lying('长堤路2号', 'maitian', 'west', 1),
  ])
  it.each([
    ['石桥社区望潮路12号', 'shiqiao', 'east', 'community'],
    ['望潮路12号5层', 'liuyin', 'east', 'number'],
    ['望潮路300号', 'maitian', 'west', 'number'],
    ['望潮路40号', 'liuyin', 'east', 'road'],
    ['海风路5号', null, 'east', 'road'],
    ['长堤路3号', null, null, null],
    ['无名路1号', null, null, null],
  ])('%s', (address, community, station, locatedBy) =>
    expect(guess(address)).toEqual({ community, station, locatedBy }),
  )
})
