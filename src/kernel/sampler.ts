/** Consistent sampling after Ronald L. Rivest (arXiv:1808.10016): who is drawn depends on the seed and each id alone. */

/** SHA-256 of the text's UTF-8 bytes, in small hexadecimal letters. */
export type Hash = (text: string) => string

/** A ticket's number is a decimal fraction, kept as text so that no digit is lost: '0.2629…'. */
export interface Ticket {
  readonly number: string
  readonly id: string
  /** How often this id was drawn before, plus one; always 1 where nothing is put back. */
  readonly generation: number
}

/** The hash as a decimal fraction. Its digits stand in reverse, for the first digits of a binary number are not even. */
function uniform(text: string, hash: Hash): string {
  const digits = BigInt(`0x${hash(text)}`)
    .toString()
    .padStart(64, '0')
  let reversed = '0.'
  for (let i = digits.length - 1; i >= 0; i--) reversed += digits[i]
  return reversed
}

/** The number of an id's first ticket; `seedHash` is the hash of the seed. */
export const firstNumber = (id: string, seedHash: string, hash: Hash): string => uniform(seedHash + id, hash)

/** The number that follows when an id is put back: by chance between its last number and 1. */
export function nextNumber(number: string, hash: Hash): string {
  const padded = `${number}0`
  const nines = padded.slice(2).search(/[^9]/)
  const kept = padded.slice(0, 2 + nines)
  for (let i = 1; ; i++) {
    const next = kept + uniform(`${number}:${i}`, hash).slice(2)
    if (next > padded) return next
  }
}

/** The smallest number comes first; ids decide between equal ones. */
export const byTicket = (a: Ticket, b: Ticket): number => {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Every id's first ticket, in the order in which they are drawn when none is put back. The ids are distinct. */
export function ticketsOf(ids: readonly string[], seed: string, hash: Hash): Ticket[] {
  const seedHash = hash(seed)
  return ids.map((id) => ({ number: firstNumber(id, seedHash, hash), id, generation: 1 })).sort(byTicket)
}

/** The first `take` tickets drawn. None is put back unless it is said. */
export function sample(
  ids: readonly string[],
  { seed, take, putBack = false }: { seed: string; take: number; putBack?: boolean },
  hash: Hash,
): Ticket[] {
  const basket = ticketsOf(ids, seed, hash)
  if (!putBack) return basket.slice(0, take)
  const drawn: Ticket[] = []
  while (drawn.length < take) {
    const ticket = basket.shift()
    if (!ticket) break
    drawn.push(ticket)
    const next = { id: ticket.id, number: nextNumber(ticket.number, hash), generation: ticket.generation + 1 }
    const at = basket.findIndex((other) => byTicket(next, other) < 0)
    basket.splice(at < 0 ? basket.length : at, 0, next)
  }
  return drawn
}
