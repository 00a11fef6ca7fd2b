/** Notices. */
import { Page } from '../components/Page.tsx'

export function Notices() {
  return <Page title="Notices">…</Page>
}
