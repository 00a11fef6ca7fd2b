/** Comparing the business register with the register of premises: what differs, and which tasks follow from it. */
import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import { entryForEach } from '../../../../platform/ledger/store.ts'
import type { UpkeepKind } from '../contract.ts'
import type { Says } from '../store.ts'
import type { Side } from './compare.ts'
import type { GuessedBy, Lying } from './guess.ts'

/** What may be to do, before the rule has looked at it. */
export interface Candidate {
  kind: UpkeepKind
  uscc: string
  premises: string | null
  asOf: string
  says: Says
  ours: Side | null
}

const says = sql.raw(`jsonb_build_object('name', b.name, 'nameKey', b.name_key, 'address', b.address,
  'addressKey', b.address_key, 'legalPerson', b.legal_person, 'status', b.status, 'openedOn', b.opened_on,
  'endedOn', b.ended_on, 'scope', b.scope, 'missingSince', b.missing_since)`)
const ours = sql.raw(`jsonb_build_object('name', p.name, 'nameKey', p.name_key, 'address', p.address,
  'addressKey', p.address_key, 'legalPerson', p.legal_person)`)
const stands = sql`(b.standing and b.missing_since is null)`
const live = sql`p.state in ('open', 'paused')`

/** What stands in the business register, and of whose code there is no record at all. */
const newOnes = ({ district }: Context) => sql`
  select 'new' as kind, b.uscc, null::uuid as premises, b.as_of, ${says} as says, null::jsonb as ours
  from premises.business b
  where b.district = ${district} and ${stands}
    and not exists (select from premises.premises p where p.district = b.district and p.uscc = b.uscc)`

/** Live records of which the business register may say something else: the rule decides. */
const changedOnes = ({ district }: Context) => sql`
  select 'changed' as kind, b.uscc, p.id as premises, b.as_of, ${says} as says, ${ours} as ours
  from premises.business b join premises.premises p on p.district = b.district and p.uscc = b.uscc
  where b.district = ${district} and ${stands} and ${live}
    and (b.name_key <> p.name_key or b.address_key <> p.address_key or b.legal_person is distinct from p.legal_person)`

/**
 * Live records whose business has ended, or that a complete file left out. What it never named is only missing where the
 * code is one that 市场监管 gives (GB 32100: it begins with 9) and the record is older than the file.
 */
const goneOnes = ({ district }: Context) => sql`
  select 'gone' as kind, p.uscc, p.id as premises, coalesce(b.missing_since, b.as_of, complete.as_of) as as_of,
    case when b.uscc is null
      then jsonb_build_object('name', p.name, 'nameKey', p.name_key, 'address', p.address, 'addressKey', p.address_key,
        'legalPerson', null, 'status', null, 'openedOn', null, 'endedOn', null, 'scope', null,
        'missingSince', complete.as_of)
      else ${says} end as says,
    null::jsonb as ours
  from premises.premises p
  left join premises.business b on b.district = p.district and b.uscc = p.uscc
  left join lateral (
    select min(f.as_of) as as_of from premises.business_file f
    where f.district = p.district and f.complete and f.as_of >= (p.entered_at at time zone 'Asia/Shanghai')::date
  ) complete on p.uscc like '9%'
  where p.district = ${district} and ${live} and p.uscc is not null
    and case when b.uscc is null then complete.as_of is not null else not ${stands} end`

/** Rows a statement: of a city there are a million, of which no more than these are in memory. */
const chunk = 5000

/** What may be to do, a piece at a time. */
export async function* candidates(context: Context): AsyncGenerator<Candidate[]> {
  const { tx } = context
  await sql`
    create temporary table candidate on commit drop as
    select row_number() over ()::integer as n, found.* from (
      ${newOnes(context)} union all ${changedOnes(context)} union all ${goneOnes(context)}) found`.execute(tx)
  await sql`alter table candidate add primary key (n)`.execute(tx)
  for (let from = 0; ; from += chunk) {
    const { rows } = await sql<Candidate>`
      select kind, uscc, premises, as_of, says, ours from candidate where n > ${from} and n <= ${from + chunk}`.execute(
      tx,
    )
    if (rows.length === 0) return
    yield rows
  }
}

/** How many records lie where, by address: what guesses are made from. */
export const lying = ({ tx, district }: Context): AsyncIterable<Lying> =>
  tx
    .selectFrom('premises.premises')
    .select(['addressKey', 'community', 'station', sql<number>`count(*)::int`.as('n')])
    .where('district', '=', district)
    .where('addressKey', '<>', '')
    .where((e) => e.or([e('community', 'is not', null), e('station', 'is not', null)]))
    .groupBy(['addressKey', 'community', 'station'])
    .stream(chunk)

/** What is to do. */
export interface Finding extends Omit<Candidate, 'ours'> {
  station: string | null
  community: string | null
  locatedBy: GuessedBy | null
}

async function stage({ tx }: Context, findings: AsyncIterable<readonly Finding[]>): Promise<void> {
  await sql`
    create temporary table finding on commit drop as
    select kind, uscc, premises, station, community, located_by, as_of, says from premises.upkeep_task limit 0`.execute(
    tx,
  )
  for await (const some of findings)
    await sql`
      insert into finding
      select * from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as f(
        kind text, uscc text, premises uuid, station uuid, community uuid, "locatedBy" text, "asOf" date, says jsonb)`.execute(
      tx,
    )
  await sql`analyze finding`.execute(tx)
}

const same = sql`f.kind = t.kind and f.uscc = t.uscc and f.premises is not distinct from t.premises`

/** Open tasks that newer data no longer call for are done; each has an entry of its own in the ledger. */
async function lapse(context: Context, note: string): Promise<number> {
  const { tx, district, at } = context
  const entry = { act: 'upkeep.lapse', kind: 'upkeep', subject: sql`id`, note }
  const ended = await sql`
    with ended as (
      update premises.upkeep_task t
      set state = 'done', settled_how = 'lapse', note = ${note}, settled_at = ${at.instant}, version = version + 1
      where t.district = ${district} and t.state = 'open' and not exists (select from finding f where ${same})
      returning t.id)
    ${entryForEach(context, entry, sql`ended`)}`.execute(tx)
  return Number(ended.numAffectedRows ?? 0)
}

/** Open tasks of which the data say something new. */
async function renew({ tx, district }: Context): Promise<void> {
  await sql`
    update premises.upkeep_task t
    set says = f.says, as_of = f.as_of, station = f.station, community = f.community, located_by = f.located_by,
      version = t.version + 1
    from finding f
    where t.district = ${district} and t.state = 'open' and ${same} and t.says <> f.says`.execute(tx)
}

/** What is to do anew: what a person dismissed is not asked again while the data say the same. */
async function open({ tx, district }: Context): Promise<number> {
  const opened = await sql`
    insert into premises.upkeep_task (district, kind, uscc, premises, station, community, located_by, as_of, says, state)
    select ${district}, f.kind, f.uscc, f.premises, f.station, f.community, f.located_by, f.as_of, f.says, 'open'
    from finding f
    where not exists (
      select from premises.upkeep_task t
      where t.district = ${district} and ${same}
        and (t.state = 'open' or (t.state = 'dismissed' and t.says = f.says)))
    order by f.uscc desc`.execute(tx)
  return Number(opened.numAffectedRows ?? 0)
}

/** Makes the tasks be what was found. */
export async function settle(
  context: Context,
  findings: AsyncIterable<readonly Finding[]>,
  note: string,
): Promise<{ opened: number; lapsed: number }> {
  await stage(context, findings)
  const lapsed = await lapse(context, note)
  await renew(context)
  return { lapsed, opened: await open(context) }
}
