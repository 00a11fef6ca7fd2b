/** 404: no such page. */
import { PageNote } from './PageNote.tsx'

export function PageMissing() {
  return <PageNote code="404" title={(words) => words.pages.notFound} more={(words) => words.pages.notFoundMore} />
}
