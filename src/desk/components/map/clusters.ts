/** Marks that lie close together, drawn as one ring: each tone has its share of it. */
import type { ExpressionSpecification } from 'maplibre-gl'
import { paletteOf } from '../../theme.ts'
import { mapTones, toneColours } from './tones.ts'

/** Pixels from the middle to the rim, as the image is drawn; the map makes it smaller for few marks. */
const radius = 34
const sharper = 2
/** Shares are told in so many parts, so that clusters that look alike have one image. */
const parts = 24
const prefix = 'shares:'

/** A mark may stand for several records. */
const records = ['coalesce', ['get', 'n'], 1]
/** What a cluster knows of its marks: how many records they stand for, and how many of them have each tone. */
export const toneCounts = {
  n: ['+', records],
  ...Object.fromEntries(mapTones.map((tone) => [tone, ['+', ['case', ['==', ['get', 'tone'], tone], records, 0]]])),
}

/** The name of a cluster's image, 'shares:24,0,0,…': what is not there yet is drawn when it is missed. */
export const ringName = [
  'concat',
  prefix,
  ...mapTones.flatMap((tone, at) => [
    ...(at > 0 ? [','] : []),
    // A share too small for a part of its own is still a part.
    ['to-string', ['ceil', ['/', ['*', parts, ['get', tone]], ['get', 'n']]]],
  ]),
] as ExpressionSpecification

export const ringSize: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'n']], 1, 0.32, 40, 1]

/** A mark that stands for several says so, and has room for it. */
export const standsForSeveral: ExpressionSpecification = ['>', ['coalesce', ['get', 'n'], 1], 1]

/** Draws the image of that name; undefined where the name is none of ours. */
export function drawRing(name: string, isDark: boolean): ImageData | undefined {
  if (!name.startsWith(prefix)) return undefined
  const size = 2 * radius * sharper
  // In the processor's memory: to read an image back from the graphics card takes longer than to draw it.
  const pen = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
  if (!pen) return undefined
  const shares = name.slice(prefix.length).split(',').map(Number)
  const whole = shares.reduce((sum, share) => sum + share, 0) || 1
  const { surface } = paletteOf(isDark)
  const colours = toneColours(isDark)
  const middle = size / 2
  const disc = (reach: number) => {
    pen.beginPath()
    pen.arc(middle, middle, reach, 0, 2 * Math.PI)
    pen.fillStyle = surface
    pen.fill()
  }
  disc(middle)
  let angle = -Math.PI / 2
  for (const [at, tone] of mapTones.entries()) {
    const end = angle + (2 * Math.PI * (shares[at] ?? 0)) / whole
    pen.beginPath()
    pen.moveTo(middle, middle)
    pen.arc(middle, middle, middle - 3, angle, end)
    pen.fillStyle = colours[tone]
    pen.fill()
    angle = end
  }
  disc(middle * 0.62)
  return pen.getImageData(0, 0, size, size)
}

export const ringSharpness = { pixelRatio: sharper }
