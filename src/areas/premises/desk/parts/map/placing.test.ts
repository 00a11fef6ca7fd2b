import { describe, expect, it } from 'vitest'
import { areaAt, parsePoint, roadOf } from './placing.ts'

describe('a typed point', () => {
  it.each([
    ['122.9051, 30.9052', [122.9051, 30.9052]],
    ['122.9051，30.9052', [122.9051, 30.9052]],
    [' 122.9051 30.9052 ', [122.9051, 30.9052]],
    ['30.9052, 122.9051', undefined],
    ['望潮路12号', undefined],
    ['', undefined],
  ])('%j is %j', (text, point) => {
    expect(parsePoint(text, 'wgs84')).toEqual(point)
  })
  it('of a map maker is moved by some hundred metres', () => {
    const [lng, lat] = parsePoint('121.4800, 31.2300', 'gcj02') ?? [0, 0]
    expect(Math.abs(lng - 121.48)).toBeGreaterThan(0.003)
    expect(Math.abs(lng - 121.48)).toBeLessThan(0.006)
    expect(Math.abs(lat - 31.23)).toBeGreaterThan(0.001)
    expect(parsePoint('121.4800, 31.2300', 'bd09')).not.toEqual([lng, lat])
  })
})

it('falls in the area that holds it, and in none beyond all borders', () => {
  const square = (id: string, west: number) => ({
    id,
    name: id,
    polygon: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ] as [number, number][],
    ],
  })
  const shapes = [square('one', 0), square('two', 1)]
  expect(areaAt([1.5, 0.5], shapes)?.id).toBe('two')
  expect(areaAt([3, 0.5], shapes)).toBeUndefined()
})

it.each([
  ['海岚市青澜区望潮路12号', '望潮路'],
  ['望潮路12号', '望潮路'],
  ['青澜区东街街道银杏大道 8 号', '银杏大道'],
  ['东街街道柳荫巷3-1', '柳荫巷'],
  ['试验市试验区柳荫路12号', '柳荫路'],
  ['麦田村3组', undefined],
  ['', undefined],
])('the road of %j is %j', (address, name) => {
  expect(roadOf(address)).toBe(name)
})
