/** What a device's clock is worth: a visit's times by the server's clock, which alone counts. */
import type { VisitInput } from './record-contract.ts'

/** How far a device may be wrong before its times are put right. */
const tolerated = 60_000
/** From here on people are told. */
export const remarkable = 5 * 60_000

/** By how many milliseconds the device was ahead when it sent the visit; 0 where it did not say, or was near enough. */
export function aheadBy({ deviceAt }: Pick<VisitInput, 'deviceAt'>, now: string): number {
  const ahead = deviceAt === null ? 0 : Date.parse(deviceAt) - Date.parse(now)
  return Math.abs(ahead) > tolerated ? ahead : 0
}

/** An instant that the device told, by the server's clock. */
export const putRight = (instant: string, ahead: number): string => new Date(Date.parse(instant) - ahead).toISOString()
