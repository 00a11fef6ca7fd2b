/** What the sign-in page shows before anybody is signed in. Accounts and their password only of a demonstration. */
import { implement } from '@orpc/server'
import { welcomeOf } from '../areas/organisation/public.ts'
import type { Context } from '../platform/context.ts'
import { demoPassword } from './demo/cast.ts'
import { welcomeContract } from './welcome-contract.ts'

const os = implement(welcomeContract).$context<Context>()

export const welcomeRoutes = os.router({
  get: os.get.handler(async ({ context }) => {
    const found = await welcomeOf(context)
    if (!found) return { district: null, accounts: [], password: null }
    const { accounts, ...district } = found
    return { district, accounts, password: district.demonstration ? demoPassword : null }
  }),
})
