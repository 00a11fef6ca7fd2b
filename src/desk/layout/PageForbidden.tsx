/** 403: the page is not this person's. */
import { PageNote } from './PageNote.tsx'

export function PageForbidden() {
  return <PageNote code="403" title={(words) => words.errors.forbidden} more={(words) => words.errors.forbiddenMore} />
}
