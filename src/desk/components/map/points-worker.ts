/** Runs within MapLibre's worker: reads a file of points, and keeps them there. */

/** What MapLibre gives a script that is imported into its worker. */
declare const self: {
  addProtocol(
    scheme: 'points',
    read: (asked: { url: string }, abort: AbortController) => Promise<{ data: object }>,
  ): void
}

self.addProtocol('points', async ({ url }, { signal }) => {
  const answer = await fetch(url.slice('points://'.length), { signal })
  if (!answer.ok) throw new Error(`${answer.status} ${url}`)
  const data: object = await answer.json()
  // The worker would send the page all that it read, which halts it: what is not enumerable is not sent.
  if ('features' in data) Object.defineProperty(data, 'features', { enumerable: false })
  return { data }
})
