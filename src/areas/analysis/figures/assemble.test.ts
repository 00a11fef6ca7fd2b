import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../../kernel/periods.ts'
import { causes, placeKinds, severityNames } from '../../incidents/codes.ts'
import { shippedSettings } from '../settings.ts'
import { assemble } from './assemble.ts'
import { type Counted, tallied } from './in-memory.ts'
import type { IndicatorKey } from './indicators.ts'

const fire: Counted = {
  receivedOn: '2026-05-01',
  hour: 12,
  weekday: 5,
  isFire: true,
  station: null,
  community: null,
  street: null,
  urban: null,
  place: 'RES',
  cause: 'ELEC',
  subCause: null,
  statClass: 'ordinary',
  minorFire: false,
  seconds: 200,
  vehicles: 1,
  personnel: 6,
  rescued: 0,
  evacuated: 0,
  savedFen: 100,
  directLossFen: 5000,
  burnedAreaM2: 1.5,
  households: 0,
  people: 0,
  deaths: 0,
  seriousInjuries: 0,
  minorInjuries: 1,
}
const on = (...days: string[]): Counted[] => days.map((receivedOn) => ({ ...fire, receivedOn }))
const names = { places: placeKinds, causes, severities: severityNames, stations: [], streets: [], communities: [] }

function figures(records: readonly Counted[], key: string, today = '2026-11-24') {
  const period = parsePeriod(key)
  const names_ = { ...names, day: period.to }
  const all = assemble({ period, scope: 'district', today }, tallied(records, period), names_, shippedSettings)
  const of = (indicator: IndicatorKey) => {
    const found = all.indicators.find((one) => one.key === indicator)
    return [found?.value, found?.previous, found?.lastYear]
  }
  return { all, of, notes: all.footnotes.map((note) => note.key) }
}
const standing = ['counting', 'response', 'ranking']

describe('what is not recorded is missing, not zero', () => {
  it('a base before the first record', () => {
    const { of, all } = figures(on('2026-05-01'), '2026Q2')
    expect(of('fires')).toEqual([1, null, null])
    expect(all.indicators.find(({ key }) => key === 'fires')?.qoq.word.zh).toBe('无可比数据')
    expect(all.breakdowns.place[0]).toMatchObject({ fires: 1, previousFires: null, lastYearFires: null })
  })
  it('a base of a month or more without a single alarm', () => {
    expect(figures(on('2024-01-01', '2025-05-01', '2026-05-01'), '2026Q2').of('fires')).toEqual([1, null, 1])
  })
  it('but a quiet day is a quiet day', () => {
    expect(figures(on('2024-01-01', '2026-05-01'), '2026-05-01..2026-05-01').of('alarms')).toEqual([1, 0, 0])
  })
  it('a base with alarms and no fire has no fires', () => {
    const { of } = figures(
      [...on('2024-01-01', '2026-05-01'), { ...fire, isFire: false, receivedOn: '2026-02-01' }],
      '2026Q2',
    )
    expect([of('alarms'), of('fires')]).toEqual([
      [1, 1, null],
      [1, 0, null],
    ])
  })
  it('a figure that no record knows, beside those that some know', () => {
    const { of, all } = figures(
      [
        { ...fire, directLossFen: null },
        { ...fire, directLossFen: null, people: 2 },
        { ...fire, people: null },
      ],
      '2026Q2',
    )
    expect(of('loss_fen')[0]).toBe(5000)
    expect(all.indicators.find(({ key }) => key === 'loss_fen')?.missing).toBe(2)
    expect(figures([{ ...fire, directLossFen: null }], '2026Q2').of('loss_fen')[0]).toBeNull()
  })
})

describe('footnotes', () => {
  it('say where the definitions of 2025-05-01 lie between a period and a base', () => {
    const early = on('2024-01-01')
    const keys = (key: string, day: string, last: string) => figures([...early, ...on(day, last)], key).notes
    expect(keys('2026Q1', '2026-02-01', '2025-02-01')).toEqual(['definition-xfj17', ...standing])
    expect(keys('2026Q3', '2026-08-01', '2025-08-01')).toEqual(standing)
    expect(keys('2025Q2', '2025-05-01', '2024-05-01')).toEqual(['definition-xfj17', ...standing])
    expect(figures([...early, ...on('2026-02-01')], '2026Q1').notes).toEqual(standing)
  })
  it('say that a base is not whole, that a period is not over, that figures are missing', () => {
    expect(figures(on('2025-08-20', '2026-08-01', '2026-05-01'), '2026Q3').notes[0]).toBe('incomplete-lastYear')
    expect(figures(on('2026-11-01'), '2026Q4').notes[0]).toBe('unfinished')
    const { all } = figures([fire, { ...fire, directLossFen: null }], '2026Q2')
    expect(all.footnotes.find(({ key }) => key === 'missing')?.zh).toBe(
      '合计为已填报部分之和；未填报记录：直接财产损失1起。',
    )
  })
})

describe('since 1 January', () => {
  const records = on('2025-01-05', '2025-05-10', '2025-05-25', '2026-01-05', '2026-02-01', '2026-05-10', '2026-05-25')
  it('counts this year and last up to the same day', () => {
    const sum = figures(records, '2026-05-01..2026-05-20').all.cumulative
    expect(sum).toMatchObject({
      from: '2026-01-01',
      to: '2026-05-20',
      lastYear: { from: '2025-01-01', to: '2025-05-20' },
      fires: { value: 3, lastYear: 2 },
      lossFen: { value: 15_000, lastYear: 10_000 },
      casualties: { value: 3, lastYear: 2 },
    })
  })
  it('is left out where the period itself begins then', () => {
    for (const key of ['2026', '2026H1', '2026Q1', '2026-01']) expect(figures(records, key).all.cumulative).toBeNull()
  })
  it('is unknown where the records begin later in the year', () => {
    const sum = figures(on('2025-03-01', '2026-01-05', '2026-05-10'), '2026Q2').all.cumulative
    expect(sum?.fires).toMatchObject({ value: 2, lastYear: null })
  })
})

it('the trend has last year and this one to the end of the period, nothing before the first record nor ahead', () => {
  const { trend } = figures(on('2025-03-15', '2026-02-01'), '2026Q2', '2026-05-03').all
  expect(trend.length).toBe(18)
  const of = (month: string) => trend.find((one) => one.month === month)?.fires
  expect([of('2025-02'), of('2025-03'), of('2025-04'), of('2026-02'), of('2026-05'), of('2026-06')]).toEqual([
    null,
    1,
    0,
    1,
    0,
    null,
  ])
})

it('of a year, the period before is last year', () => {
  const { all } = figures(on('2025-03-01', '2026-03-01', '2026-04-01'), '2026')
  expect(all.spans.previous).toEqual(all.spans.lastYear)
  expect(all.indicators.every(({ previous, lastYear }) => previous === lastYear)).toBe(true)
})
