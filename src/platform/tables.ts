/** The tables as PostgreSQL has them. Written by `npm run db:types`; a test says when it is stale. */
import type { ColumnType } from 'kysely'

export interface Tables {
  'analysis.analysis': {
    district: string
    id: ColumnType<string, string | undefined, string>
    periodKey: string
    periodFrom: string
    periodTo: string
    edition: number
    state: string
    proposed: ColumnType<string | null, string | null | undefined, string | null>
    rule: ColumnType<string | null, string | null | undefined, string | null>
    chosen: ColumnType<string | null, string | null | undefined, string | null>
    reason: ColumnType<string | null, string | null | undefined, string | null>
    chosenBy: ColumnType<string | null, string | null | undefined, string | null>
    chosenAt: ColumnType<string | null, string | null | undefined, string | null>
    draftedBy: string
    draftedAt: string
    issuedBy: ColumnType<string | null, string | null | undefined, string | null>
    issuedAt: ColumnType<string | null, string | null | undefined, string | null>
    figures: ColumnType<unknown, string | null | undefined, string | null>
    document: ColumnType<unknown, string | null | undefined, string | null>
    digest: ColumnType<string | null, string | null | undefined, string | null>
    ledgerPosition: ColumnType<number | null, number | null | undefined, number | null>
    ledgerSeq: ColumnType<number | null, number | null | undefined, number | null>
    version: ColumnType<number, number | undefined, number>
  }
  'analysis.edit': {
    district: string
    analysis: string
    paragraph: string
    text: string
    basedOn: string
    editedBy: string
    editedAt: string
  }
  'analysis.frozenIncident': {
    analysis: string
    district: string
    id: string
    incidentNo: string
    kind: string
    state: string
    receivedAt: string
    dispatchedAt: ColumnType<string | null, string | null | undefined, string | null>
    arrivedAt: ColumnType<string | null, string | null | undefined, string | null>
    controlledAt: ColumnType<string | null, string | null | undefined, string | null>
    endedAt: ColumnType<string | null, string | null | undefined, string | null>
    receivedOn: string
    receivedHour: number
    receivedWeekday: number
    station: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    street: ColumnType<string | null, string | null | undefined, string | null>
    address: string
    lng: ColumnType<number | null, number | null | undefined, number | null>
    lat: ColumnType<number | null, number | null | undefined, number | null>
    urban: ColumnType<string | null, string | null | undefined, string | null>
    place: ColumnType<string | null, string | null | undefined, string | null>
    cause: ColumnType<string | null, string | null | undefined, string | null>
    subCause: ColumnType<string | null, string | null | undefined, string | null>
    vehicles: ColumnType<number | null, number | null | undefined, number | null>
    personnel: ColumnType<number | null, number | null | undefined, number | null>
    rescued: ColumnType<number | null, number | null | undefined, number | null>
    evacuated: ColumnType<number | null, number | null | undefined, number | null>
    savedFen: ColumnType<number | null, number | null | undefined, number | null>
    directLossFen: ColumnType<number | null, number | null | undefined, number | null>
    economicLossFen: ColumnType<number | null, number | null | undefined, number | null>
    burnedAreaM2: ColumnType<number | null, number | null | undefined, number | null>
    households: ColumnType<number | null, number | null | undefined, number | null>
    people: ColumnType<number | null, number | null | undefined, number | null>
    deaths: ColumnType<number | null, number | null | undefined, number | null>
    seriousInjuries: ColumnType<number | null, number | null | undefined, number | null>
    minorInjuries: ColumnType<number | null, number | null | undefined, number | null>
    productionAccident: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
    source: string
    writtenOffReason: ColumnType<string | null, string | null | undefined, string | null>
    premisesNo: ColumnType<string | null, string | null | undefined, string | null>
    isFire: boolean
    minorFire: boolean
    statClass: ColumnType<string | null, string | null | undefined, string | null>
    accidentClass: ColumnType<string | null, string | null | undefined, string | null>
    importDigest: ColumnType<string | null, string | null | undefined, string | null>
    corrected: boolean
    version: number
    enteredAt: string
  }
  'incidents.incident': {
    district: string
    id: ColumnType<string, string | undefined, string>
    incidentNo: string
    kind: string
    state: string
    receivedAt: string
    dispatchedAt: ColumnType<string | null, string | null | undefined, string | null>
    arrivedAt: ColumnType<string | null, string | null | undefined, string | null>
    controlledAt: ColumnType<string | null, string | null | undefined, string | null>
    endedAt: ColumnType<string | null, string | null | undefined, string | null>
    receivedOn: ColumnType<string, never, never>
    receivedHour: ColumnType<number, never, never>
    receivedWeekday: ColumnType<number, never, never>
    station: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    street: ColumnType<string | null, string | null | undefined, string | null>
    address: ColumnType<string, string | undefined, string>
    lng: ColumnType<number | null, number | null | undefined, number | null>
    lat: ColumnType<number | null, number | null | undefined, number | null>
    urban: ColumnType<string | null, string | null | undefined, string | null>
    place: ColumnType<string | null, string | null | undefined, string | null>
    cause: ColumnType<string | null, string | null | undefined, string | null>
    subCause: ColumnType<string | null, string | null | undefined, string | null>
    vehicles: ColumnType<number | null, number | null | undefined, number | null>
    personnel: ColumnType<number | null, number | null | undefined, number | null>
    rescued: ColumnType<number | null, number | null | undefined, number | null>
    evacuated: ColumnType<number | null, number | null | undefined, number | null>
    savedFen: ColumnType<number | null, number | null | undefined, number | null>
    directLossFen: ColumnType<number | null, number | null | undefined, number | null>
    economicLossFen: ColumnType<number | null, number | null | undefined, number | null>
    burnedAreaM2: ColumnType<number | null, number | null | undefined, number | null>
    households: ColumnType<number | null, number | null | undefined, number | null>
    people: ColumnType<number | null, number | null | undefined, number | null>
    deaths: ColumnType<number | null, number | null | undefined, number | null>
    seriousInjuries: ColumnType<number | null, number | null | undefined, number | null>
    minorInjuries: ColumnType<number | null, number | null | undefined, number | null>
    productionAccident: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
    source: string
    writtenOffReason: ColumnType<string | null, string | null | undefined, string | null>
    premisesNo: ColumnType<string | null, string | null | undefined, string | null>
    isFire: ColumnType<boolean, never, never>
    minorFire: ColumnType<boolean, boolean | undefined, boolean>
    statClass: ColumnType<string | null, string | null | undefined, string | null>
    accidentClass: ColumnType<string | null, string | null | undefined, string | null>
    importDigest: ColumnType<string | null, string | null | undefined, string | null>
    corrected: ColumnType<boolean, boolean | undefined, boolean>
    version: ColumnType<number, number | undefined, number>
    enteredAt: string
  }
  'organisation.account': {
    district: string
    id: ColumnType<string, string | undefined, string>
    person: string
    username: string
    passwordHash: string
    role: string
    active: ColumnType<boolean, boolean | undefined, boolean>
    failures: ColumnType<number, number | undefined, number>
    lockedUntil: ColumnType<string | null, string | null | undefined, string | null>
    mustChange: ColumnType<boolean, boolean | undefined, boolean>
    passwordOn: string
    language: ColumnType<string, string | undefined, string>
    version: ColumnType<number, number | undefined, number>
  }
  'organisation.areaNode': {
    district: string
    id: ColumnType<string, string | undefined, string>
    level: number
    parent: ColumnType<string | null, string | null | undefined, string | null>
    code: string
    name: string
    polygon: ColumnType<unknown, string | null | undefined, string | null>
    station: ColumnType<string | null, string | null | undefined, string | null>
    body: ColumnType<string | null, string | null | undefined, string | null>
    person: ColumnType<string | null, string | null | undefined, string | null>
    urban: ColumnType<string | null, string | null | undefined, string | null>
    active: ColumnType<boolean, boolean | undefined, boolean>
    version: ColumnType<number, number | undefined, number>
  }
  'organisation.body': {
    district: string
    id: ColumnType<string, string | undefined, string>
    kind: string
    code: string
    name: string
    parent: ColumnType<string | null, string | null | undefined, string | null>
    polygon: ColumnType<unknown, string | null | undefined, string | null>
    active: ColumnType<boolean, boolean | undefined, boolean>
    version: ColumnType<number, number | undefined, number>
  }
  'organisation.code': {
    district: string
    tableKey: string
    code: string
    validFrom: ColumnType<string, string | undefined, string>
    validUntil: ColumnType<string, string | undefined, string>
    position: number
    zh: string
    en: string
    parent: ColumnType<string | null, string | null | undefined, string | null>
    props: ColumnType<unknown, string | undefined, string>
    edited: ColumnType<boolean, boolean | undefined, boolean>
  }
  'organisation.codeTable': {
    district: string
    key: string
    zh: string
    en: string
  }
  'organisation.district': {
    district: string
    name: string
    city: string
    levels: ColumnType<unknown, string, string>
    demonstration: ColumnType<boolean, boolean | undefined, boolean>
    createdAt: string
  }
  'organisation.notice': {
    district: string
    account: string
    id: ColumnType<string, string | undefined, string>
    at: string
    message: string
    messageValues: ColumnType<unknown, string | undefined, string>
    link: ColumnType<string | null, string | null | undefined, string | null>
    readAt: ColumnType<string | null, string | null | undefined, string | null>
  }
  'organisation.pastPassword': {
    district: string
    account: string
    at: string
    passwordHash: string
  }
  'organisation.person': {
    district: string
    id: ColumnType<string, string | undefined, string>
    post: string
    name: string
    phone: ColumnType<string | null, string | null | undefined, string | null>
    active: ColumnType<boolean, boolean | undefined, boolean>
    version: ColumnType<number, number | undefined, number>
  }
  'organisation.post': {
    district: string
    id: ColumnType<string, string | undefined, string>
    body: string
    name: string
  }
  'organisation.savedView': {
    district: string
    account: string
    id: ColumnType<string, string | undefined, string>
    list: string
    name: string
    query: ColumnType<unknown, string, string>
  }
  'organisation.session': {
    district: string
    tokenHash: string
    account: string
    beganAt: string
    seenAt: string
    agent: ColumnType<string | null, string | null | undefined, string | null>
  }
  'platform.file': {
    district: string
    id: ColumnType<string, string | undefined, string>
    sha256: string
    name: string
    mediaType: string
    bytes: number
    account: ColumnType<string | null, string | null | undefined, string | null>
    at: string
  }
  'platform.idempotentAnswer': {
    district: string
    account: string
    key: string
    question: string
    answer: ColumnType<unknown, string | null | undefined, string | null>
    at: string
  }
  'platform.importChange': {
    district: string
    run: string
    line: number
    record: string
    no: string
    name: string
    fields: ColumnType<unknown, string, string>
  }
  'platform.importProfile': {
    district: string
    id: ColumnType<string, string | undefined, string>
    kind: string
    name: string
    profile: ColumnType<unknown, string, string>
    at: string
  }
  'platform.importRun': {
    district: string
    id: ColumnType<string, string | undefined, string>
    kind: string
    state: string
    file: ColumnType<string | null, string | null | undefined, string | null>
    fileName: string
    dryRun: boolean
    skipBad: boolean
    profile: ColumnType<unknown, string, string>
    rowsRead: ColumnType<number, number | undefined, number>
    rowsBad: ColumnType<number, number | undefined, number>
    rowsNew: ColumnType<number, number | undefined, number>
    rowsChanged: ColumnType<number, number | undefined, number>
    rowsSame: ColumnType<number, number | undefined, number>
    progress: ColumnType<number, number | undefined, number>
    message: ColumnType<unknown, string | null | undefined, string | null>
    faults: ColumnType<unknown, string | null | undefined, string | null>
    faultFile: ColumnType<string | null, string | null | undefined, string | null>
    account: ColumnType<string | null, string | null | undefined, string | null>
    askedAt: string
    endedAt: ColumnType<string | null, string | null | undefined, string | null>
    rowsKept: ColumnType<number, number | undefined, number>
    approval: ColumnType<unknown, string | null | undefined, string | null>
  }
  'platform.ledgerEntry': {
    district: string
    id: ColumnType<string, string | undefined, string>
    xid: ColumnType<string, string | undefined, string>
    seq: ColumnType<number, never, never>
    at: string
    account: ColumnType<string | null, string | null | undefined, string | null>
    person: ColumnType<string | null, string | null | undefined, string | null>
    actorName: string
    role: string
    act: string
    kind: string
    subject: string
    before: ColumnType<unknown, string | null | undefined, string | null>
    after: ColumnType<unknown, string | null | undefined, string | null>
    note: ColumnType<string | null, string | null | undefined, string | null>
    request: ColumnType<string | null, string | null | undefined, string | null>
  }
  'platform.ledgerSeal': {
    district: string
    position: number
    entry: string
    xid: string
    seq: number
    hash: Buffer
  }
  'platform.migration': {
    name: string
    digest: string
    at: ColumnType<string, string | undefined, string>
  }
}
