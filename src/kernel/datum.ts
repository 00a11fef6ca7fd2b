/** Coordinates of Chinese map makers, turned into WGS-84 where a person types them. Files go by platform/imports. */
import type { LngLat } from './geo.ts'

export const datums = ['wgs84', 'gcj02', 'bd09'] as const
export type Datum = (typeof datums)[number]

/** The ellipsoid of Krasovsky, on which GCJ-02 is made: its half axis in metres, its eccentricity squared. */
const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943

const { PI, sin, cos, sqrt, atan2, abs } = Math
const waves = (x: number, parts: readonly (readonly [height: number, turns: number])[]) =>
  parts.reduce((sum, [height, turns]) => sum + height * sin(x * turns * PI), 0)
const common = (x: number) =>
  (waves(x, [
    [20, 6],
    [20, 2],
  ]) *
    2) /
  3

/** By how many degrees GCJ-02 has moved a point. */
function shift([lng, lat]: LngLat): LngLat {
  const [x, y] = [lng - 105, lat - 35]
  const root = sqrt(abs(x))
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common(x)
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common(x)
  const eastWaves =
    (waves(x, [
      [20, 1],
      [40, 1 / 3],
      [150, 1 / 12],
      [300, 1 / 30],
    ]) *
      2) /
    3
  const northWaves =
    (waves(y, [
      [20, 1],
      [40, 1 / 3],
      [160, 1 / 12],
      [320, 1 / 30],
    ]) *
      2) /
    3
  const angle = (lat * PI) / 180
  const magic = 1 - eccentricity * sin(angle) ** 2
  return [
    ((east + eastWaves) * 180) / ((axis / sqrt(magic)) * cos(angle) * PI),
    ((north + northWaves) * 180) / (((axis * (1 - eccentricity)) / (magic * sqrt(magic))) * PI),
  ]
}

/** The way back has no formula: it is approached, and is there to the centimetre after a few steps. */
function fromGcj([lng, lat]: LngLat): LngLat {
  let guess: LngLat = [lng, lat]
  for (let step = 0; step < 6; step++) {
    const [east, north] = shift(guess)
    guess = [lng - east, lat - north]
  }
  return guess
}

function bdToGcj([lng, lat]: LngLat): LngLat {
  const turns = (PI * 3000) / 180
  const [x, y] = [lng - 0.0065, lat - 0.006]
  const far = sqrt(x * x + y * y) - 0.000_02 * sin(y * turns)
  const angle = atan2(y, x) - 0.000_003 * cos(x * turns)
  return [far * cos(angle), far * sin(angle)]
}

const ways: Readonly<Record<Datum, (point: LngLat) => LngLat>> = {
  wgs84: (point) => point,
  gcj02: fromGcj,
  bd09: (point) => fromGcj(bdToGcj(point)),
}

/** A point within China, in WGS-84. */
export const toWgs84 = (point: LngLat, from: Datum): LngLat => ways[from](point)
