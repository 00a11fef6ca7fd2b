/** A record of the register. */
export function PremisesPage() {
  return null
}
