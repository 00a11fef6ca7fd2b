/** Work under way on a page, kept over a reload: for the person who began it, in this window alone. */

const keyOf = (owner: string, name: string) => `shouwang.${owner}.${name}`

// A browser may forbid its storage, or have none left: the work then lasts as long as the page.
export function keptWork<T>(owner: string, name: string): T | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(owner, name))
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

/** Without work, forgets what was kept. */
export function keepWork(owner: string, name: string, work: unknown): void {
  try {
    if (work === undefined) sessionStorage.removeItem(keyOf(owner, name))
    else sessionStorage.setItem(keyOf(owner, name), JSON.stringify(work))
  } catch {
    // Nothing to do: see above.
  }
}
