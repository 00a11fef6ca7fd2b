/** MyAccount. */
import { Page } from '../components/Page.tsx'

export function MyAccount() {
  return <Page title="MyAccount">…</Page>
}
