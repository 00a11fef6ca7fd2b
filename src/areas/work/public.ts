/** What the server's clockwork asks of work lists: reminders before a duty runs out, alarms after. */
import { endOf, workingDaysAfter } from '../../kernel/calendar.ts'
import type { Context, Db } from '../../platform/context.ts'
import { type Due, takeDue } from '../../platform/duties/store.ts'
import { calendarOf, tellBody, tellPerson } from '../organisation/public.ts'

/** Working days ahead of which one is reminded. */
const ahead = 2
const batch = 1000

type World = Pick<Context, 'district' | 'at' | 'actor'>

/** One notice for each person, or for the body where nobody answers, that sums up what runs out and what has. */
async function tell(context: Context, due: readonly Due[]): Promise<void> {
  for (const many of Map.groupBy(due, ({ body, officer }) => `${body} ${officer ?? ''}`).values()) {
    const [first] = many
    if (!first) continue
    const late = many.filter(({ what }) => what === 'alarm').length
    const values = { soon: many.length - late, late }
    const notice = { message: 'dutiesDue', values, link: late > 0 ? '/todo?span=late' : '/todo?span=week' }
    const known = first.officer !== null && (await tellPerson(context, first.officer, notice))
    // What is late is the head's to know as well.
    if (!known || late > 0) await tellBody(context, first.body, 'hazards.approve', notice)
  }
}

/** Reminds of what runs out within two working days, and alarms of what has run out: once each. */
export async function remindOfDuties(db: Db, world: World): Promise<number> {
  for (let told = 0; ; ) {
    const due = await db.transaction().execute(async (tx) => {
      const context: Context = { tx, ...world, request: 'duties-remind' }
      const soon = endOf(workingDaysAfter(await calendarOf(context), context.at.day, ahead))
      const found = await takeDue(context, soon, batch)
      await tell(context, found)
      return found.length
    })
    told += due
    if (due < batch) return told
  }
}
