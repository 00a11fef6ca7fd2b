/** Turns the coordinates of Chinese map makers into WGS-84. */
import { createRequire } from 'node:module'
import type { LngLat } from '../../kernel/geo.ts'

interface Converter {
  transform(point: LngLat, from: string, to: string): LngLat
}
// The package is CommonJS whose types claim a module: an import would compile to what is not there.
const gcoord: Converter = createRequire(import.meta.url)('gcoord')

/** Seven decimals are a centimetre, less than the conversion's own error. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

export function toWgs84(point: LngLat, from: 'GCJ-02' | 'BD-09'): LngLat {
  const [lng, lat] = gcoord.transform([...point], from === 'GCJ-02' ? 'GCJ02' : 'BD09', 'WGS84')
  return [rounded(lng), rounded(lat)]
}
