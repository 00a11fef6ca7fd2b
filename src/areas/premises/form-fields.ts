/** Which facts each form of record has, in the groups in which the page and the entry form show them. */
import type { Form, PremisesFacts } from './record-contract.ts'

type Field = keyof PremisesFacts

export const fieldGroups = ['basics', 'building', 'people', 'risk'] as const
export type FieldGroup = (typeof fieldGroups)[number]

/** The facts of a group, in the order in which they are asked for. Place, relations and lists stand by themselves. */
const inGroup = {
  basics: ['uscc', 'operatorIdTail', 'usage', 'lastInspectedOn', 'remarks'],
  building: ['areaM2', 'floors', 'heightM', 'floorsAbove', 'floorsBelow', 'fireRating', 'builtYear', 'exits'],
  people: ['staff', 'households', 'residents', 'tenants', 'diners', 'beds', 'rooms', 'pupils', 'boarders'],
  risk: ['gas', 'ebikeCharging', 'dangerousGoods'],
} as const satisfies Record<FieldGroup, readonly Field[]>
export type GroupedField = (typeof inGroup)[FieldGroup][number]

const notOf: Readonly<Record<Form, readonly GroupedField[]>> = {
  unit: ['households', 'residents'],
  estate: ['uscc', 'operatorIdTail', 'floors', 'fireRating', 'exits', 'diners', 'beds', 'rooms', 'pupils', 'boarders'],
  building: ['uscc', 'operatorIdTail', 'floors', 'diners', 'beds', 'rooms', 'pupils', 'boarders'],
  company: [
    'operatorIdTail',
    'heightM',
    'floorsAbove',
    'floorsBelow',
    'fireRating',
    'builtYear',
    'households',
    'residents',
    'tenants',
    'diners',
    'beds',
    'rooms',
    'pupils',
    'boarders',
    'ebikeCharging',
    'dangerousGoods',
  ],
  committee: [
    'operatorIdTail',
    'heightM',
    'floorsAbove',
    'floorsBelow',
    'fireRating',
    'builtYear',
    'exits',
    'diners',
    'beds',
    'rooms',
    'pupils',
    'boarders',
    'dangerousGoods',
  ],
}

/** What a record of this form cannot have is not unknown but out of place. */
export const isOutOfPlace = (field: string, facts: Pick<PremisesFacts, 'form' | GroupedField>): boolean =>
  notOf[facts.form].some((one) => one === field && facts[one] === null)

/** The facts of a group that a record of this form can have; another one that is known all the same is shown too. */
export const fieldsIn = (group: FieldGroup, facts: Pick<PremisesFacts, 'form' | GroupedField>): GroupedField[] =>
  inGroup[group].filter((field) => !isOutOfPlace(field, facts))
