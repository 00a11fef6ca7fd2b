/** When, where and why things burn in the demonstration: weights that give believable seasons, hours and places. */
import type { CommunityKind } from './geography.ts'

type Weights = Readonly<Record<string, number>>

/** Share of fires by month, January first: dry winters, and a summer peak of electricity. */
export const monthWeight = [1.35, 1.3, 1.0, 1.05, 0.85, 0.9, 1.05, 1.1, 0.85, 0.85, 1.0, 1.25]

/** By hour: quiet before dawn, cooking at noon and in the evening. */
export const hourWeight = [
  2.2, 1.8, 1.5, 1.3, 1.2, 1.3, 1.9, 2.6, 3.2, 3.8, 4.4, 5.4, 5.0, 4.2, 4.2, 4.5, 4.9, 5.9, 6.4, 5.8, 5.0, 4.4, 3.6,
  2.8,
]

export const placesOf: Readonly<Record<CommunityKind, Weights>> = {
  oldQuarter: { RES: 58, SHOP: 14, CATER: 10, HOTEL: 3, MIX: 6, EBIKE: 5, OFF: 2, RELIG: 1, WASTE: 4, VEH: 4 },
  newEstate: { RES: 60, SHOP: 8, CATER: 7, SCH: 2, MED: 1, EBIKE: 8, OFF: 4, CONST: 4, VEH: 8, WASTE: 4 },
  urbanVillage: { RES: 52, MIX: 14, SHOP: 8, CATER: 8, EBIKE: 9, WARE: 3, FACT: 3, WASTE: 5, VEH: 4 },
  industrial: { FACT: 34, WARE: 20, RES: 12, CONST: 6, VEH: 8, WASTE: 8, MIX: 6, CATER: 4, OFF: 3 },
  market: { SHOP: 40, CATER: 18, RES: 16, MIX: 10, HOTEL: 5, ENT: 4, EBIKE: 4, VEH: 4, WASTE: 4 },
  rural: { RES: 38, AGRI: 22, WASTE: 24, WARE: 4, FACT: 3, VEH: 5, RELIG: 2, CARE: 1 },
}

/** How many fires a kind of community has against an average one. */
export const fireWeight: Readonly<Record<CommunityKind, number>> = {
  oldQuarter: 1.5,
  newEstate: 0.8,
  urbanVillage: 1.5,
  industrial: 0.9,
  market: 1.3,
  rural: 0.6,
}

export const causesOf: Weights = {
  ELEC: 33,
  LIFE: 25,
  SMOK: 11,
  EMBR: 8,
  PROD: 5,
  PLAY: 3,
  SPON: 4,
  ARSN: 1,
  UNKN: 3,
  OTHR: 5,
  LIGH: 0.3,
}

export const subCauses: Readonly<Record<string, Weights>> = {
  ELEC: {
    'ELEC-SHORT': 45,
    'ELEC-LOAD': 14,
    'ELEC-CONTACT': 12,
    'ELEC-DEVICE': 14,
    'ELEC-HEATER': 7,
    'ELEC-LEAK': 3,
    'ELEC-EBIKE': 5,
  },
  LIFE: {
    'LIFE-COOK': 52,
    'LIFE-HEAT': 8,
    'LIFE-FLUE': 14,
    'LIFE-OFFER': 8,
    'LIFE-COIL': 5,
    'LIFE-INCENSE': 9,
    'LIFE-LIGHT': 2,
  },
  SMOK: { 'SMOK-BUTT': 78, 'SMOK-BED': 14, 'SMOK-BANNED': 8 },
  PROD: { 'PROD-WELD': 55, 'PROD-MACHINE': 20, 'PROD-BAKE': 8, 'PROD-MATERIAL': 10, 'PROD-CHEM': 3, 'PROD-BOIL': 4 },
  PLAY: { 'PLAY-FIREWORK': 60, 'PLAY-CHILD': 40 },
  SPON: { 'SPON-VEHICLE': 70, 'SPON-MATTER': 30 },
  EMBR: { 'EMBR-REKINDLE': 60, 'EMBR-SPARK': 40 },
}

/** What the season, the hour and the place do to the causes. */
export function causeWeights(month: number, hour: number, place: string): Weights {
  const weights: Record<string, number> = { ...causesOf }
  const scale = (cause: string, by: number) => {
    weights[cause] = (weights[cause] ?? 0) * by
  }
  if ([11, 17, 18, 19].includes(hour)) scale('LIFE', 1.9)
  if (hour >= 22 || hour < 6) scale('ELEC', 1.5)
  if ([6, 7, 8].includes(month)) scale('ELEC', 1.35)
  if ([1, 2].includes(month)) scale('PLAY', 6)
  if (month === 4) scale('EMBR', 2.2)
  if (place === 'EBIKE') scale('ELEC', 12)
  if (place === 'FACT' || place === 'CONST') scale('PROD', 7)
  if (place === 'VEH') scale('SPON', 9)
  if (place === 'WASTE' || place === 'AGRI') {
    scale('EMBR', 4)
    scale('SMOK', 3)
  }
  return weights
}

export const detailOf: Readonly<Record<string, readonly string[]>> = {
  RES: ['号楼', '号院', '号'],
  SHOP: ['号商铺', '号商行'],
  FACT: ['号厂房', '号车间'],
  WARE: ['号仓库'],
}
