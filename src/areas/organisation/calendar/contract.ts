/** The working-day calendar: what may be asked. */
import { z } from 'zod'
import { area, Day, Line, listOf, Reason } from '../../../kernel/contract.ts'

export const Holiday = z.object({ from: Day, to: Day.describe('its last day'), name: Line.min(1).max(20) })
export type Holiday = z.infer<typeof Holiday>

export const CalendarYear = z.object({
  year: z.coerce.number<number>().int().min(2000).max(2099),
  holidays: z.array(Holiday).max(40).describe('days off by notice'),
  workdays: z.array(Day).max(40).describe('days at a weekend that are worked by notice (调休)'),
  source: Line.min(1).max(100).nullable().describe("the notice's number"),
  edited: z.boolean().describe('changed by the district: a new release leaves it alone'),
  shipped: z.boolean().describe('the program has this year too: it can be reset to that'),
  version: z.int(),
})
export type CalendarYear = z.infer<typeof CalendarYear>
/** A year as it comes with the program. */
export type ShippedYear = Readonly<Pick<CalendarYear, 'year' | 'holidays' | 'workdays' | 'source'>>

const write = { may: 'codes.write' }
const seen = z.int().min(0).describe('the version seen; 0 where the year is not there yet')

export const calendarContract = area
  .prefix('/calendar')
  .tag('calendar')
  .router({
    list: area
      .route({ method: 'GET', path: '/', summary: 'All years that have a notice, with their days' })
      .meta({ may: 'codes.read' })
      .output(listOf(CalendarYear)),
    set: area
      .route({ method: 'PUT', path: '/{year}', summary: 'Add or change a year; the version seen must still hold' })
      .meta(write)
      .input(CalendarYear.omit({ edited: true, shipped: true }).extend({ version: seen, reason: Reason }))
      .output(CalendarYear),
    reset: area
      .route({
        method: 'POST',
        path: '/{year}/reset',
        summary: 'Back to the year as it was shipped; one that was not shipped is taken out and answered by null',
      })
      .meta(write)
      .input(CalendarYear.pick({ year: true }).extend({ version: seen, reason: Reason }))
      .output(CalendarYear.nullable()),
  })
