/** MapLibre's worker, which keeps to itself the points that it reads from a file. */
import 'maplibre-gl/dist/maplibre-gl-worker.mjs'

// It would answer with all that it read, and a hundred thousand points halt the page: what is not enumerable is not sent.
const parsed = Response.prototype.json
Response.prototype.json = async function json() {
  const file = await parsed.call(this)
  if (file?.type === 'FeatureCollection') Object.defineProperty(file, 'features', { enumerable: false })
  return file
}
