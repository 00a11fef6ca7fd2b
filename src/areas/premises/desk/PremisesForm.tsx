/** Entering or correcting a record of the register. */
export function PremisesForm() {
  return null
}
