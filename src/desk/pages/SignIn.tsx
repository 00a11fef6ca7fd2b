/** SignIn. */
import { Page } from '../components/Page.tsx'

export function SignIn() {
  return <Page title="SignIn">…</Page>
}
