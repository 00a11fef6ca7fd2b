/** What is being typed in a form, kept over a reload for the person who began it, while it differs from the beginning. */
import { useEffect, useState } from 'react'
import { keepWork, keptWork } from './kept.ts'
import { useMe } from './session.ts'

/** `isTouched`: whether there is anything to keep. `drop` begins anew; `forget` is for what was submitted. */
export function useKeptDraft<D>(name: string, begin: D, isTouched: (draft: D) => boolean) {
  const { account } = useMe()
  const [kept] = useState(() => keptWork<D>(account, name))
  const [draft, setDraft] = useState<D>(kept ?? begin)
  const [fromKept, setFromKept] = useState(kept !== undefined)
  const touched = isTouched(draft)
  useEffect(() => keepWork(account, name, touched ? draft : undefined), [account, name, draft, touched])
  const forget = () => keepWork(account, name, undefined)
  const drop = (to: D) => {
    forget()
    setDraft(to)
    setFromKept(false)
  }
  return { draft, setDraft, kept, fromKept, drop, forget }
}
