/** A small shop of the test district as a person would enter it. */
import { type Contacts, noFacts, type PremisesFacts } from '../../areas/premises/record-contract.ts'

/** In 柳荫社区, which 东街派出所 polices. */
export const cornerShop: PremisesFacts = {
  ...noFacts,
  kind: 'SHOP-STORE',
  name: '新华书店（东街店）',
  operatorIdTail: '123X',
  address: '试验市试验区柳荫路12号',
  lng: 122.905,
  lat: 30.905,
  floors: '1层',
  areaM2: 80,
  staff: 3,
  exits: 1,
  gas: 'none',
  ebikeCharging: 'none',
  facilities: [{ kind: 'EXT', count: 2, expiresOn: '2027-05-01' }],
}

export const shopKeeper: Contacts = {
  legalPerson: '韩松',
  responsibleName: '韩松',
  responsiblePhone: '19900001234',
  managerName: null,
  managerPhone: null,
}

/** Points within the communities of the test district. */
export const spots = {
  S1C1: { lng: 122.905, lat: 30.905 },
  S1C2: { lng: 122.915, lat: 30.905 },
  S2C1: { lng: 122.925, lat: 30.905 },
} as const
