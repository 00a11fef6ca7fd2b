/** A new district, with all that the program ships with. */
import { shipChecklists } from '../areas/inspections/checklists/public.ts'
import { createDistrict } from '../areas/organisation/public.ts'
import type { Context } from '../platform/context.ts'
import { shippedTables } from './codes.ts'

/** Makes a district with its code tables, calendar and checklists; false where it is there already. */
export async function newDistrict(
  context: Context,
  names: { name: string; city: string; demonstration: boolean },
): Promise<boolean> {
  if (!(await createDistrict(context, names, shippedTables))) return false
  await shipChecklists(context)
  return true
}
