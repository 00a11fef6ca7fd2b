/** Verifying the chain: a button, and the verdict in words. */
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { numberText } from '../../../../desk/components/numbers.ts'
import { fill, useMarks, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

export function VerifyLedger() {
  const words = useWords(messages)
  const queries = useQueryClient()
  const verify = useMutation(
    api.organisation.ledger.verify.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.organisation.ledger.list.key() }),
    }),
  )
  return (
    <div className="verify">
      <Button icon={<SafetyCertificateOutlined />} loading={verify.isPending} onClick={() => verify.mutate(undefined)}>
        {verify.isPending ? words.audit.verifying : words.audit.verify}
      </Button>
      <div aria-live="polite">
        {verify.error && <ErrorBlock error={verify.error} />}
        {verify.data && <Verdict verdict={verify.data} />}
      </div>
    </div>
  )
}

interface VerdictProps {
  readonly verdict: {
    readonly checked: number
    readonly unsealed: number
    readonly broken: { readonly position: number; readonly entry: string | null; readonly fault: string } | null
  }
}

function Verdict({ verdict: { checked, unsealed, broken } }: VerdictProps) {
  const words = useWords(messages)
  const { named } = useMarks()
  if (!broken)
    return (
      <Alert
        type="success"
        showIcon
        title={words.audit.sound}
        description={fill(words.audit.soundMore, { checked: numberText(checked), unsealed: numberText(unsealed) })}
      />
    )
  const faults: Readonly<Record<string, string>> = words.audit.faults
  return (
    <Alert
      type="error"
      showIcon
      title={words.audit.broken}
      description={
        <>
          <p>
            {fill(words.audit.brokenMore, {
              position: numberText(broken.position),
              fault: faults[broken.fault] ?? broken.fault,
            })}
          </p>
          {broken.entry && (
            <p>
              {named(words.audit.entry, '')}
              <code>{broken.entry}</code>
            </p>
          )}
        </>
      }
    />
  )
}
