/** The life of an incident's record: corrected with a reason, written off when it was no fire, never deleted. */
import { daysBetween } from '../../kernel/calendar.ts'
import type { Acts } from '../../kernel/lifecycle.ts'
import { fireFields } from './checks.ts'
import type { Incident, IncidentFacts } from './contract.ts'
import { deathWindow } from './severity.ts'

/** What each act is told. */
export interface Inputs {
  correct: { facts: IncidentFacts; version: number; reason: string }
  recordDeath: { diedOn: string; deaths: number; fromSerious: boolean; reason: string; version?: number | undefined }
  writeOff: { reason: string }
  restore: { reason: string }
}

export const incidentActs: Acts<Incident, Inputs> = {
  // Figures not yet known may be completed and corrected later.
  correct: {
    law: 'xfj17-11',
    from: ['recorded', 'writtenOff'],
    to: 'recorded',
    unless: {
      'restore-first': ({ state }) => state === 'writtenOff',
      'number-stays': ({ incidentNo }, { facts }) => facts.incidentNo !== incidentNo,
      // Their number would be lost with what only a fire has, and writing off refuses the same.
      'died-in-it': ({ kind, deaths }, { facts }) => kind === 'fire' && facts.kind !== 'fire' && (deaths ?? 0) > 0,
      'nothing-changed': (incident, { facts }) => sameFacts(incident, facts),
    },
    sets: (_incident, { facts }) => ({ ...facts, corrected: true }),
  },
  // Deaths count to day 30 (day 7 for fires before 2025-05-01).
  recordDeath: {
    law: 'xfj17-9',
    from: ['recorded'],
    to: 'recorded',
    unless: {
      'no-fire': ({ kind }) => kind !== 'fire',
      'died-before-the-fire': ({ receivedOn }, { diedOn }) => diedOn < receivedOn,
      'died-ahead': (_incident, { diedOn }, at) => diedOn > at.day,
      'death-after-the-window': ({ receivedOn }, { diedOn }) =>
        daysBetween(receivedOn, diedOn) > deathWindow(receivedOn),
      'fewer-injured': ({ seriousInjuries }, { deaths, fromSerious }) => fromSerious && (seriousInjuries ?? 0) < deaths,
    },
    sets: (incident, { deaths, fromSerious }) => ({
      deaths: (incident.deaths ?? 0) + deaths,
      seriousInjuries: fromSerious ? (incident.seriousInjuries ?? 0) - deaths : incident.seriousInjuries,
      corrected: true,
    }),
  },
  writeOff: {
    law: 'xfj17-11',
    from: ['recorded'],
    to: 'writtenOff',
    unless: {
      'no-fire': ({ kind }) => kind !== 'fire',
      'people-died': ({ deaths }) => (deaths ?? 0) > 0,
    },
    sets: (_incident, { reason }) => ({ writtenOffReason: reason, corrected: true }),
  },
  restore: {
    law: 'xfj17-11',
    from: ['writtenOff'],
    to: 'recorded',
    sets: () => ({ writtenOffReason: null, corrected: true }),
  },
}

/** An incident that becomes no fire loses what only a fire has. */
export const withoutFireFields = (facts: IncidentFacts): IncidentFacts =>
  facts.kind === 'fire' ? facts : { ...facts, ...Object.fromEntries(fireFields.map((field) => [field, null])) }

const instants = new Set(['receivedAt', 'dispatchedAt', 'arrivedAt', 'controlledAt', 'endedAt'])

/** Whether a correction says what is already recorded; instants are compared as moments, not as texts. */
export const sameFacts = (incident: Incident, facts: IncidentFacts): boolean =>
  (Object.keys(facts) as (keyof IncidentFacts)[]).every((field) => {
    const [old, now] = [incident[field], facts[field]]
    return instants.has(field) && typeof old === 'string' && typeof now === 'string'
      ? Date.parse(old) === Date.parse(now)
      : old === now
  })
