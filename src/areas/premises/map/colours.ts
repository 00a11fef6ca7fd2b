/** By what the points of the map are told apart, and the tone of each value. */

/** The tones of the map, from which a legend is made as well. */
export type Tone = 'alarm' | 'plain' | 'quiet' | 'ochre' | 'green' | 'clay' | 'violet'

/** Each is a facet of the counts too: the legend shows how many have which value. */
export const colourings = ['list', 'form', 'state', 'hazardous'] as const
export type Colouring = (typeof colourings)[number]

export const tonesOf: Readonly<Record<Colouring, Readonly<Record<string, Tone>>>> = {
  list: { KEY: 'alarm', LARGE: 'clay', SMALL: 'plain', RESID: 'green', NAMED: 'violet', GENERAL: 'quiet' },
  form: { unit: 'plain', estate: 'green', building: 'ochre', company: 'violet', committee: 'clay' },
  state: { open: 'plain', paused: 'ochre', deregistered: 'quiet', demolished: 'clay', merged: 'violet' },
  hazardous: { true: 'alarm', false: 'plain' },
}

/** The tone of what has none of its own: a list that the district added. */
export const otherTone: Tone = 'ochre'

export const toneOf = (by: Colouring, value: string): Tone => tonesOf[by][value] ?? otherTone
