/** Before anything else is open: a password of one's own. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../desk/api.ts'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useEndSession } from '../../../desk/session.ts'
import { useWords } from '../../../desk/words.ts'
import { messages } from '../messages.ts'
import { PasswordForm } from './parts/PasswordForm.tsx'
import './parts/account.css'

export function FirstPassword() {
  const words = useWords(messages)
  const signOut = useMutation(api.organisation.accounts.signOut.mutationOptions({ onSettled: useEndSession() }))
  return (
    <main className="first-password">
      <h1>{words.password.first}</h1>
      <p>{words.password.firstMore}</p>
      <Panel>
        <PasswordForm />
      </Panel>
      <Button type="link" onClick={() => signOut.mutate(undefined)}>
        {words.password.signOut}
      </Button>
    </main>
  )
}
