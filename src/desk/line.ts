/** A page's module that does not come: after a new release its file is gone, over a broken line it cannot be had. */

/** The server cannot be reached. */
export class LineBroken extends Error {}

const isReachable = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Loads the desk anew where that will succeed: without a line it would leave the browser's own page. */
export async function reloadOnceBack(): Promise<void> {
  if (await isReachable()) location.reload()
}

/** The router loads the desk anew where a module is gone; without a line that would leave nothing on the screen. */
export async function overTheLine<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (fault) {
    if (await isReachable()) throw fault
    throw new LineBroken()
  }
}
