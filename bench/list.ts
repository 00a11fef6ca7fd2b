/** A filtered page of the list over 1,000,000 incidents through the API, against the bare SQL for the same page. */
import { performance } from 'node:perf_hooks'
import { demoPassword } from '../src/app/demo/cast.ts'
import { router } from '../src/app/router.ts'
import { identifier } from '../src/areas/organisation/public.ts'
import { httpServer } from '../src/platform/http/server.ts'
import { fillMillion } from './analysis.ts'
import { type Bench, ms, quantile } from './measure.ts'
import { benchDistrict, withDistrict } from './world.ts'

const requests = 200

export const listBench: Bench = {
  name: 'list',
  run: (say) =>
    withDistrict(async (parts) => {
      await fillMillion(parts.database.db)
      const app = await httpServer({
        db: parts.database.db,
        log: parts.log,
        router: router({ files: parts.files }),
        identify: identifier(parts.config.session),
        about: { title: 'bench', version: '0', description: 'bench' },
        uploadLimit: 1_000_000,
        secure: false,
        sessionSeconds: 3600,
        rateLimit: 1_000_000,
      })
      const url = await app.listen({ port: 0, host: '127.0.0.1' })
      const signIn = await fetch(`${url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-shouwang': '1' },
        body: JSON.stringify({ username: 'statistician', password: demoPassword }),
      })
      const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const months = Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2024, i, 1)).toISOString().slice(0, 10))
      const api: number[] = []
      const bare: number[] = []
      for (let i = 0; i < requests; i++) {
        const from = months[i % months.length] ?? '2024-01-01'
        const to = `${from.slice(0, 8)}28`
        let began = performance.now()
        const answer = await fetch(`${url}/api/incidents?from=${from}&to=${to}&counted=fires&place=RES&limit=50`, {
          headers: { cookie },
        })
        if (!answer.ok) throw new Error(await answer.text())
        await answer.json()
        api.push(performance.now() - began)
        began = performance.now()
        await parts.database.pool.query(
          `select * from incidents.incident where district = $1 and received_on >= $2 and received_on <= $3 and is_fire
           and place = 'RES' order by received_at desc, id desc limit 51`,
          [benchDistrict, from, to],
        )
        bare.push(performance.now() - began)
      }
      await app.close()
      const p95 = (all: number[]) =>
        quantile(
          all.sort((a, b) => a - b),
          0.95,
        )
      const [mine, theirs] = [p95(api), p95(bare)]
      say(`API p95 ${ms(mine)}, SQL p95 ${ms(theirs)}`)
      return [
        {
          what: 'filtered page of the list over 1,000,000 incidents, p95 at the API',
          measured: ms(mine),
          against: `bare SQL, p95: ${ms(theirs)}`,
          ratio: mine / theirs,
          atMost: 2,
        },
      ]
    }),
}
