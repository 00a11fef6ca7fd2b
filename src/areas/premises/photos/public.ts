/** What other parts of the register may ask of photos and scans. */
import type { Context } from '../../../platform/context.ts'
import { ownPictures } from '../../../platform/files/pictures.ts'
import { type Finding, strangeFile } from '../checks.ts'
import type { PremisesFacts } from '../record-contract.ts'

type Shown = Pick<PremisesFacts, 'photos' | 'papers'>
const filesIn = (list: Shown['photos'] | Shown['papers']) => list.flatMap(({ file }) => file ?? [])

/** A record shows what it showed already, and pictures of whoever puts them in: an id alone opens nothing. */
export async function strangeFiles(context: Context, facts: Shown, known: Shown | undefined): Promise<Finding[]> {
  const had = new Set(known ? [...filesIn(known.photos), ...filesIn(known.papers)] : [])
  const added = [...filesIn(facts.photos), ...filesIn(facts.papers)].filter((id) => !had.has(id))
  const own = await ownPictures(context, added)
  const strange = (list: Shown['photos'] | Shown['papers']) => filesIn(list).some((id) => !had.has(id) && !own.has(id))
  return (['photos', 'papers'] as const).filter((field) => strange(facts[field])).map(strangeFile)
}
