/** Making a visit's record a paper, with a number of its body. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../../../../desk/api.ts'
import { troubleLine } from '../../../../../desk/errors.ts'
import { useMay, useMe } from '../../../../../desk/session.ts'
import { fill, useLang, useWords } from '../../../../../desk/words.ts'
import { messages as areaMessages } from '../../../messages.ts'
import { messages } from '../../../visits/messages.ts'
import type { Visit } from '../../../visits/record-contract.ts'

/** Makes the visit's record a paper, for whoever may issue papers of the body that made it. */
export function IssueRecord({ visit }: { visit: Visit }) {
  const words = useWords(messages)
  const grounds = useWords(areaMessages).grounds
  const lang = useLang()
  const may = useMay()
  const { body } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  if (!may('papers.issue') || visit.body !== body.id) return null
  const issue = async () => {
    setBusy(true)
    try {
      const { no } = await client.inspections.visits.issueRecord({ id: visit.id })
      await queries.invalidateQueries({ queryKey: api.papers.key() })
      message.success(fill(words.page.issued, { no }))
    } catch (error) {
      message.error(troubleLine(error, lang, grounds))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" loading={busy} onClick={() => void issue()}>
      {words.page.issueRecord}
    </Button>
  )
}
