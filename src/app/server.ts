/** The server: parts, routes, jobs and the sealer, started in order and stopped in the reverse. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { followPlaces, renewClocks } from '../areas/hazards/public.ts'
import { runWaiting } from '../areas/incidents/public.ts'
import { shipChecklists } from '../areas/inspections/checklists/public.ts'
import { actorOf, endStaleWork, identifier, shipCalendar, shipCodes } from '../areas/organisation/public.ts'
import { addUpTallies, runWaitingPremises } from '../areas/premises/public.ts'
import { findTwinsWaiting } from '../areas/premises/twins/public.ts'
import { runWaitingBusinesses } from '../areas/premises/upkeep/public.ts'
import { remindOfDuties } from '../areas/work/public.ts'
import { now } from '../platform/clock.ts'
import type { Db } from '../platform/context.ts'
import { forgetAnswers } from '../platform/http/idempotency.ts'
import { httpServer } from '../platform/http/server.ts'
import { forgetChanges } from '../platform/imports/changes.ts'
import { resumeRuns } from '../platform/imports/runs.ts'
import { type JobParts, startJobs } from '../platform/jobs/jobs.ts'
import { sealAll } from '../platform/ledger/sealer.ts'
import { sweepTemporary } from '../platform/temporary.ts'
import { shippedTables } from './codes.ts'
import { inContext, machine, type Parts } from './parts.ts'
import { router } from './router.ts'
import { verifyAll } from './verify.ts'
import { version } from './version.ts'

export interface Running {
  readonly url: string
  /** Lets requests and jobs end, then closes the database. */
  stop(): Promise<void>
}

const pages = fileURLToPath(new URL('../../dist/desk', import.meta.url))

/** Renews the shipped codes and calendar of every district, and takes up what a crash interrupted. */
export async function prepare(parts: Parts): Promise<void> {
  await eachDistrict(parts, (district) =>
    inContext(parts, { district, name: 'start' }, async (context) => {
      await shipCodes(context, shippedTables)
      await shipCalendar(context)
      await shipChecklists(context)
    }),
  )
  await resumeRuns(parts.database.db)
}

/** Who asked for an import, read when it begins. */
const importerOf = (db: Db, district: string, account: string) =>
  db.transaction().execute((tx) => actorOf(tx, district, account))

const OfDistrict = z.object({ district: z.string() })

/** What the server's own clockwork does in a district, now. */
const byMachine = (district: string, name: string) => ({ district, at: now(), actor: machine(name) })

async function eachDistrict({ database }: Parts, work: (district: string) => Promise<unknown>): Promise<void> {
  const districts = await database.db.selectFrom('organisation.district').select('district').execute()
  for (const { district } of districts) await work(district)
}

export const jobsOf = (parts: Parts): JobParts => ({
  pool: parts.database.pool,
  log: parts.log,
  tasks: {
    'incidents-import': (payload) => runWaiting(parts, payload, importerOf),
    'premises-import': (payload) => runWaitingPremises(parts, payload, importerOf),
    'premises-twins': (payload) => findTwinsWaiting(parts.database, payload, machine('premises-twins')),
    'premises-tally': () => addUpTallies(parts.database.db),
    'business-register-import': (payload) => runWaitingBusinesses(parts, payload, importerOf),
    'hazards-follow': async () => {
      await eachDistrict(parts, (district) => followPlaces(parts.database.db, byMachine(district, 'hazards-follow')))
    },
    'duties-remind': async () => {
      await eachDistrict(parts, (district) => remindOfDuties(parts.database.db, byMachine(district, 'duties-remind')))
    },
    'duties-renew': async (payload) => {
      const { district } = OfDistrict.parse(payload)
      await renewClocks(parts.database.db, byMachine(district, 'duties-renew'))
    },
    'ledger-seal': async () => {
      await sealAll(parts.database.db)
    },
    'ledger-verify': () => verifyAll(parts),
    'imports-resume': () => resumeRuns(parts.database.db),
    'house-sweep': async () => {
      await endStaleWork(parts.database.db)
      await forgetAnswers(parts.database.db)
      await forgetChanges(parts.database.db)
      await sweepTemporary()
      await parts.files.sweep()
    },
  },
  crontab: [
    '* * * * * ledger-seal',
    '* * * * * imports-resume',
    '*/10 * * * * premises-tally',
    '*/10 * * * * hazards-follow',
    '7 * * * * duties-remind',
    '17 * * * * house-sweep',
    '30 19 * * * ledger-verify',
  ].join('\n'),
})

export async function startServer(parts: Parts): Promise<Running> {
  const { config, log, database, files } = parts
  await prepare(parts)
  const { hours } = config.session
  const app = await httpServer({
    db: database.db,
    log,
    router: router({ files }),
    identify: identifier(config.session),
    about: {
      title: '守望 Shouwang',
      version,
      description: '区消防安全监督平台 · Fire-safety supervision of a district',
    },
    pages,
    uploadLimit: config.uploadLimitMb * 1_048_576,
    secure: config.publicUrl?.startsWith('https:') ?? false,
    sessionSeconds: hours * 3600,
    rateLimit: config.rateLimit,
  })
  await app.listen({ port: config.port, host: config.host })
  const jobs = await startJobs(jobsOf(parts))
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  return {
    url: config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`,
    async stop() {
      await app.close()
      await jobs.stop()
      await parts.close()
    },
  }
}
