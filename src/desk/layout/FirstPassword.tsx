/** Before anything else is open: a password of one's own. */
export function FirstPassword() {
  return null
}
