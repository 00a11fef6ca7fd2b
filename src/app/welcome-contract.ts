/** What may be asked before sign-in. */
import { z } from 'zod'
import { area } from '../kernel/contract.ts'

export const welcomeContract = {
  get: area
    .route({ method: 'GET', path: '/welcome', summary: 'The district, for the sign-in page', tags: ['session'] })
    .meta({ may: 'public' })
    .output(
      z.object({
        district: z.object({ name: z.string(), city: z.string(), demonstration: z.boolean() }).nullable(),
        accounts: z.array(z.object({ username: z.string(), role: z.string(), name: z.string() })),
        password: z.string().nullable().describe('of the demonstration accounts; null elsewhere'),
      }),
    ),
}
