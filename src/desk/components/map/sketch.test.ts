import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../kernel/geo.ts'
import {
  add,
  clear,
  close,
  drawnPolygon,
  insert,
  mayClose,
  move,
  remove,
  replace,
  type Sketch,
  sketchOf,
  undo,
} from './sketch.ts'

const [a, b, c, d]: [LngLat, LngLat, LngLat, LngLat] = [
  [120, 30],
  [120.1, 30],
  [120.1, 30.1],
  [120, 30.1],
]
const drawn = [a, b, c].reduce(add, sketchOf(null))

describe('a border', () => {
  it('closes from three points on, and takes no more then', () => {
    expect(mayClose([a, b].reduce(add, sketchOf(null)))).toBe(false)
    expect(drawnPolygon(drawn)).toBeUndefined()
    const closed = close(drawn)
    expect(drawnPolygon(closed)).toEqual([[a, b, c, a]])
    expect(add(closed, d)).toBe(closed)
  })
  it('is changed at its points: one moved, one put between, one taken away', () => {
    const closed = close(drawn)
    expect(drawnPolygon(move(closed, 0, d))).toEqual([[d, b, c, d]])
    expect(drawnPolygon(insert(closed, 2, d))).toEqual([[a, b, c, d, a]])
    expect(drawnPolygon(remove(insert(closed, 2, d), 1))).toEqual([[a, c, d, a]])
    expect(remove(closed, 1)).toBe(closed)
  })
  it('keeps the holes that it came with', () => {
    const hole = [a, b, c, a]
    expect(drawnPolygon(move(sketchOf([[a, b, c, d, a], hole]), 3, [119.9, 30.1]))?.[1]).toEqual(hole)
    expect(drawnPolygon(replace(drawn, [[a, b, d, a]]))).toEqual([[a, b, d, a]])
    expect(drawnPolygon(clear(sketchOf([[a, b, c, a], hole])))).toBeNull()
  })
})

it('every change can be taken back', () => {
  const acts: readonly ((sketch: Sketch) => Sketch)[] = [
    (sketch) => add(sketch, d),
    (sketch) => insert(sketch, 0, d),
    (sketch) => move(sketch, 1, d),
    (sketch) => remove(sketch, 0),
    close,
    clear,
    (sketch) => replace(sketch, [[a, b, d, a]]),
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 20 }), (chosen) => {
      let sketch = drawn
      for (const act of chosen) {
        const changed = act(sketch)
        if (changed !== sketch) expect(undo(changed)).toEqual(sketch)
        sketch = changed
      }
    }),
  )
})
