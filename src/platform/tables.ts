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
  'hazards.hazard': {
    district: string
    id: string
    premises: string
    premisesNo: string
    premisesName: string
    address: string
    visit: ColumnType<string | null, string | null | undefined, string | null>
    item: ColumnType<string | null, string | null | undefined, string | null>
    conduct: string
    words: string
    spot: ColumnType<string | null, string | null | undefined, string | null>
    photos: ColumnType<string[], string[] | undefined, string[]>
    minor: boolean
    serious: boolean
    foundAt: string
    inspectedOn: string
    body: string
    bodyKind: string
    station: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    officer: ColumnType<string | null, string | null | undefined, string | null>
    state: string
    order: ColumnType<string | null, string | null | undefined, string | null>
    orderedAt: ColumnType<string | null, string | null | undefined, string | null>
    term: ColumnType<string | null, string | null | undefined, string | null>
    termEnds: ColumnType<string | null, string | null | undefined, string | null>
    servedOn: ColumnType<string | null, string | null | undefined, string | null>
    serviceMode: ColumnType<string | null, string | null | undefined, string | null>
    recipientName: ColumnType<string | null, string | null | undefined, string | null>
    extensionAskedOn: ColumnType<string | null, string | null | undefined, string | null>
    extensionUntil: ColumnType<string | null, string | null | undefined, string | null>
    extensionReason: ColumnType<string | null, string | null | undefined, string | null>
    extensionDecidedOn: ColumnType<string | null, string | null | undefined, string | null>
    extensionGranted: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
    appliedOn: ColumnType<string | null, string | null | undefined, string | null>
    recheckedOn: ColumnType<string | null, string | null | undefined, string | null>
    recheckVisit: ColumnType<string | null, string | null | undefined, string | null>
    uncorrectedOn: ColumnType<string | null, string | null | undefined, string | null>
    photosAfter: ColumnType<string[], string[] | undefined, string[]>
    seriousOn: ColumnType<string | null, string | null | undefined, string | null>
    reportedOn: ColumnType<string | null, string | null | undefined, string | null>
    referTo: ColumnType<string | null, string | null | undefined, string | null>
    referredOn: ColumnType<string | null, string | null | undefined, string | null>
    referredTo: ColumnType<string | null, string | null | undefined, string | null>
    penaltyOn: ColumnType<string | null, string | null | undefined, string | null>
    major: ColumnType<string | null, string | null | undefined, string | null>
    majorOn: ColumnType<string | null, string | null | undefined, string | null>
    majorExperts: ColumnType<boolean, boolean | undefined, boolean>
    majorProposedOn: ColumnType<string | null, string | null | undefined, string | null>
    majorServedOn: ColumnType<string | null, string | null | undefined, string | null>
    sealedOn: ColumnType<string | null, string | null | undefined, string | null>
    sealUntil: ColumnType<string | null, string | null | undefined, string | null>
    releaseAskedOn: ColumnType<string | null, string | null | undefined, string | null>
    releasedOn: ColumnType<string | null, string | null | undefined, string | null>
    closedOn: ColumnType<string | null, string | null | undefined, string | null>
    voidReason: ColumnType<string | null, string | null | undefined, string | null>
    nextDuty: ColumnType<string | null, string | null | undefined, string | null>
    nextLaw: ColumnType<string | null, string | null | undefined, string | null>
    nextBy: ColumnType<string | null, string | null | undefined, string | null>
    nextOn: ColumnType<string | null, string | null | undefined, string | null>
    nextProvisional: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
    version: ColumnType<number, number | undefined, number>
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
  'inspections.checklist': {
    district: string
    id: ColumnType<string, string | undefined, string>
    key: string
    zh: string
    en: string
    forms: string[]
    edition: number
    state: string
    fromOn: ColumnType<string | null, string | null | undefined, string | null>
    untilOn: ColumnType<string | null, string | null | undefined, string | null>
    items: ColumnType<unknown, string, string>
    changedBy: string
    changedAt: string
    version: ColumnType<number, number | undefined, number>
  }
  'inspections.draw': {
    district: string
    id: ColumnType<string, string | undefined, string>
    title: string
    state: string
    body: string
    filter: ColumnType<unknown, string, string>
    capMonths: ColumnType<number | null, number | null | undefined, number | null>
    take: ColumnType<unknown, string, string>
    strata: ColumnType<unknown, string | null | undefined, string | null>
    perObject: number
    source: ColumnType<unknown, string, string>
    inspectors: ColumnType<unknown, string, string>
    recusals: ColumnType<unknown, string | undefined, string>
    population: number
    excluded: number
    toDraw: number
    preparedBy: string
    preparedAt: string
    digest: ColumnType<string | null, string | null | undefined, string | null>
    publishedBy: ColumnType<string | null, string | null | undefined, string | null>
    publishedAt: ColumnType<string | null, string | null | undefined, string | null>
    seed: ColumnType<string | null, string | null | undefined, string | null>
    evidence: ColumnType<string | null, string | null | undefined, string | null>
    drawnBy: ColumnType<string | null, string | null | undefined, string | null>
    drawnAt: ColumnType<string | null, string | null | undefined, string | null>
    voidReason: ColumnType<string | null, string | null | undefined, string | null>
    voidedBy: ColumnType<string | null, string | null | undefined, string | null>
    voidedAt: ColumnType<string | null, string | null | undefined, string | null>
    version: ColumnType<number, number | undefined, number>
  }
  'inspections.drawObject': {
    district: string
    draw: string
    premises: string
    premisesNo: string
    name: string
    address: string
    form: string
    kind: ColumnType<string | null, string | null | undefined, string | null>
    list: string
    station: ColumnType<string | null, string | null | undefined, string | null>
    state: string
    lastInspectedOn: ColumnType<string | null, string | null | undefined, string | null>
    excluded: ColumnType<string | null, string | null | undefined, string | null>
    words: ColumnType<string | null, string | null | undefined, string | null>
    rank: ColumnType<number | null, number | null | undefined, number | null>
    ticket: ColumnType<string | null, string | null | undefined, string | null>
    inspectors: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
  }
  'inspections.drawText': {
    district: string
    draw: string
    part: string
    text: string
  }
  'inspections.visit': {
    district: string
    id: string
    premises: string
    premisesNo: string
    premisesName: string
    address: string
    kind: string
    body: string
    station: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    inspectors: string[]
    inspectorNames: string[]
    startedAt: string
    endedAt: string
    saidStartedAt: string
    saidEndedAt: string
    deviceAt: ColumnType<string | null, string | null | undefined, string | null>
    visitedOn: string
    startFix: ColumnType<unknown, string | null | undefined, string | null>
    endFix: ColumnType<unknown, string | null | undefined, string | null>
    checklist: ColumnType<string | null, string | null | undefined, string | null>
    answers: ColumnType<unknown, string, string>
    findings: ColumnType<unknown, string, string>
    rechecks: ColumnType<unknown, string, string>
    accompanying: ColumnType<unknown, string | null | undefined, string | null>
    signature: ColumnType<unknown, string, string>
    photos: string[]
    files: string[]
    guidance: ColumnType<string | null, string | null | undefined, string | null>
    remarks: ColumnType<string | null, string | null | undefined, string | null>
    reason: string
    reasonRef: ColumnType<string | null, string | null | undefined, string | null>
    reasonWords: ColumnType<string | null, string | null | undefined, string | null>
    corrects: ColumnType<string | null, string | null | undefined, string | null>
    answered: number
    hazards: number
    rechecked: number
    dueOn: ColumnType<string | null, string | null | undefined, string | null>
    marks: string[]
    submittedAt: string
    submittedBy: string
    account: ColumnType<string | null, string | null | undefined, string | null>
    digest: string
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
  'organisation.calendarYear': {
    district: string
    year: number
    holidays: ColumnType<unknown, string, string>
    workdays: string[]
    source: ColumnType<string | null, string | null | undefined, string | null>
    edited: ColumnType<boolean, boolean | undefined, boolean>
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
  'organisation.referenceStamp': {
    district: string
    changes: number
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
  'papers.about': {
    district: string
    kind: string
    record: string
    paper: string
  }
  'papers.letterhead': {
    district: string
    body: string
    fullName: string
    organ: string
    station: string
    reviewBody: string
    court: string
    changedBy: string
    changedAt: string
  }
  'papers.paper': {
    district: string
    id: ColumnType<string, string | undefined, string>
    form: string
    title: string
    no: string
    year: number
    serial: number
    body: string
    bodyKind: string
    letterhead: ColumnType<unknown, string, string>
    copies: ColumnType<unknown, string, string>
    subjectKind: string
    subject: string
    premises: ColumnType<string | null, string | null | undefined, string | null>
    partyName: string
    station: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    values: ColumnType<unknown, string, string>
    edition: number
    issuedAt: string
    issuedOn: string
    issuedBy: string
    state: string
    servedOn: ColumnType<string | null, string | null | undefined, string | null>
    servingMode: ColumnType<string | null, string | null | undefined, string | null>
    recipientName: ColumnType<string | null, string | null | undefined, string | null>
    witness: ColumnType<string | null, string | null | undefined, string | null>
    scans: ColumnType<string[], string[] | undefined, string[]>
    voidedAt: ColumnType<string | null, string | null | undefined, string | null>
    voidReason: ColumnType<string | null, string | null | undefined, string | null>
    version: ColumnType<number, number | undefined, number>
  }
  'papers.pattern': {
    district: string
    body: string
    form: string
    pattern: string
  }
  'papers.series': {
    district: string
    body: string
    form: string
    year: number
    last: number
  }
  'papers.template': {
    district: string
    form: string
    edition: number
    state: string
    texts: ColumnType<unknown, string, string>
    shipped: boolean
    changedBy: string
    changedAt: string
    inForceAt: ColumnType<string | null, string | null | undefined, string | null>
    version: ColumnType<number, number | undefined, number>
  }
  'platform.duty': {
    district: string
    kind: string
    subject: string
    duty: string
    since: string
    law: string
    body: string
    officer: ColumnType<string | null, string | null | undefined, string | null>
    premises: ColumnType<string | null, string | null | undefined, string | null>
    by: string
    dueOn: string
    provisional: boolean
    doneAt: ColumnType<string | null, string | null | undefined, string | null>
    remindedAt: ColumnType<string | null, string | null | undefined, string | null>
    alarmedAt: ColumnType<string | null, string | null | undefined, string | null>
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
    account: ColumnType<string | null, string | null | undefined, string | null>
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
    restarts: ColumnType<number, number | undefined, number>
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
  'premises.business': {
    district: string
    uscc: string
    name: string
    address: ColumnType<string, string | undefined, string>
    legalPerson: ColumnType<string | null, string | null | undefined, string | null>
    status: string
    standing: ColumnType<boolean, never, never>
    openedOn: ColumnType<string | null, string | null | undefined, string | null>
    endedOn: ColumnType<string | null, string | null | undefined, string | null>
    scope: ColumnType<string | null, string | null | undefined, string | null>
    nameKey: string
    addressKey: string
    asOf: string
    missingSince: ColumnType<string | null, string | null | undefined, string | null>
  }
  'premises.businessFile': {
    district: string
    id: ColumnType<string, string | undefined, string>
    name: string
    asOf: string
    complete: boolean
    businesses: number
    broughtBy: string
    broughtAt: string
  }
  'premises.merge': {
    district: string
    id: ColumnType<string, string | undefined, string>
    kept: string
    dropped: string
    keptBefore: ColumnType<unknown, string, string>
    droppedBefore: ColumnType<unknown, string, string>
    keptAfter: ColumnType<unknown, string, string>
    moved: ColumnType<unknown, string | undefined, string>
    reason: string
    mergedBy: string
    mergedAt: string
    undoneBy: ColumnType<string | null, string | null | undefined, string | null>
    undoneAt: ColumnType<string | null, string | null | undefined, string | null>
  }
  'premises.premises': {
    district: string
    id: ColumnType<string, string | undefined, string>
    premisesNo: string
    form: string
    state: string
    stateSince: ColumnType<string | null, string | null | undefined, string | null>
    mergedInto: ColumnType<string | null, string | null | undefined, string | null>
    kind: ColumnType<string | null, string | null | undefined, string | null>
    tags: ColumnType<string[], string[] | undefined, string[]>
    name: string
    uscc: ColumnType<string | null, string | null | undefined, string | null>
    operatorIdTail: ColumnType<string | null, string | null | undefined, string | null>
    address: ColumnType<string, string | undefined, string>
    lng: ColumnType<number | null, number | null | undefined, number | null>
    lat: ColumnType<number | null, number | null | undefined, number | null>
    street: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    grid: ColumnType<string | null, string | null | undefined, string | null>
    station: ColumnType<string | null, string | null | undefined, string | null>
    building: ColumnType<string | null, string | null | undefined, string | null>
    estate: ColumnType<string | null, string | null | undefined, string | null>
    company: ColumnType<string | null, string | null | undefined, string | null>
    committee: ColumnType<string | null, string | null | undefined, string | null>
    floors: ColumnType<string | null, string | null | undefined, string | null>
    legalPerson: ColumnType<string | null, string | null | undefined, string | null>
    responsibleName: ColumnType<string | null, string | null | undefined, string | null>
    responsiblePhone: ColumnType<string | null, string | null | undefined, string | null>
    managerName: ColumnType<string | null, string | null | undefined, string | null>
    managerPhone: ColumnType<string | null, string | null | undefined, string | null>
    supervisor: string
    list: string
    officer: ColumnType<string | null, string | null | undefined, string | null>
    areaM2: ColumnType<number | null, number | null | undefined, number | null>
    heightM: ColumnType<number | null, number | null | undefined, number | null>
    floorsAbove: ColumnType<number | null, number | null | undefined, number | null>
    floorsBelow: ColumnType<number | null, number | null | undefined, number | null>
    fireRating: ColumnType<number | null, number | null | undefined, number | null>
    builtYear: ColumnType<number | null, number | null | undefined, number | null>
    usage: ColumnType<string | null, string | null | undefined, string | null>
    households: ColumnType<number | null, number | null | undefined, number | null>
    residents: ColumnType<number | null, number | null | undefined, number | null>
    tenants: ColumnType<number | null, number | null | undefined, number | null>
    staff: ColumnType<number | null, number | null | undefined, number | null>
    beds: ColumnType<number | null, number | null | undefined, number | null>
    rooms: ColumnType<number | null, number | null | undefined, number | null>
    diners: ColumnType<number | null, number | null | undefined, number | null>
    pupils: ColumnType<number | null, number | null | undefined, number | null>
    boarders: ColumnType<number | null, number | null | undefined, number | null>
    exits: ColumnType<number | null, number | null | undefined, number | null>
    gas: ColumnType<string | null, string | null | undefined, string | null>
    ebikeCharging: ColumnType<string | null, string | null | undefined, string | null>
    dangerousGoods: ColumnType<string | null, string | null | undefined, string | null>
    facilities: ColumnType<unknown, string | undefined, string>
    papers: ColumnType<unknown, string | undefined, string>
    photos: ColumnType<unknown, string | undefined, string>
    remarks: ColumnType<string | null, string | null | undefined, string | null>
    criteria: ColumnType<string[], string[] | undefined, string[]>
    dueBody: string
    keptCriteria: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
    proposed: ColumnType<boolean, boolean | undefined, boolean>
    expiresOn: ColumnType<string | null, string | null | undefined, string | null>
    lastInspectedOn: ColumnType<string | null, string | null | undefined, string | null>
    openHazards: ColumnType<number, number | undefined, number>
    nameKey: string
    namePinyin: string
    nameInitials: string
    nameSound: string
    addressKey: string
    addressSound: string
    importDigest: ColumnType<string | null, string | null | undefined, string | null>
    version: ColumnType<number, number | undefined, number>
    enteredAt: string
    dueMonths: ColumnType<number, number | undefined, number>
    dueOn: ColumnType<string | null, never, never>
  }
  'premises.serial': {
    district: string
    last: number
  }
  'premises.tally': {
    district: string
    id: ColumnType<string, string | undefined, string>
    form: string
    state: string
    kind: ColumnType<string | null, string | null | undefined, string | null>
    tags: string[]
    street: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    station: ColumnType<string | null, string | null | undefined, string | null>
    supervisor: string
    list: string
    officer: ColumnType<string | null, string | null | undefined, string | null>
    located: boolean
    proposed: boolean
    hazardous: boolean
    inspected: boolean
    n: number
  }
  'premises.transfer': {
    district: string
    id: ColumnType<string, string | undefined, string>
    premises: string
    fromBody: string
    toBody: string
    state: string
    criteria: ColumnType<string[], string[] | undefined, string[]>
    reason: string
    offeredBy: string
    offeredAt: string
    answer: ColumnType<string | null, string | null | undefined, string | null>
    answeredBy: ColumnType<string | null, string | null | undefined, string | null>
    answeredAt: ColumnType<string | null, string | null | undefined, string | null>
    version: ColumnType<number, number | undefined, number>
  }
  'premises.twin': {
    district: string
    id: ColumnType<string, string | undefined, string>
    one: string
    other: string
    grounds: string[]
    score: number
    state: string
    foundAt: string
    judgedBy: ColumnType<string | null, string | null | undefined, string | null>
    judgedAt: ColumnType<string | null, string | null | undefined, string | null>
  }
  'premises.upkeepTask': {
    district: string
    id: ColumnType<string, string | undefined, string>
    kind: string
    uscc: string
    premises: ColumnType<string | null, string | null | undefined, string | null>
    station: ColumnType<string | null, string | null | undefined, string | null>
    community: ColumnType<string | null, string | null | undefined, string | null>
    locatedBy: ColumnType<string | null, string | null | undefined, string | null>
    asOf: string
    says: ColumnType<unknown, string, string>
    state: string
    settledHow: ColumnType<string | null, string | null | undefined, string | null>
    note: ColumnType<string | null, string | null | undefined, string | null>
    settledBy: ColumnType<string | null, string | null | undefined, string | null>
    settledAt: ColumnType<string | null, string | null | undefined, string | null>
    version: ColumnType<number, number | undefined, number>
  }
}
