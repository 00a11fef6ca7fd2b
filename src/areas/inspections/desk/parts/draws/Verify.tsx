/** How anyone can check a draw: the files, the command, and the same rule run on this page. */
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Typography } from 'antd'
import { client } from '../../../../../desk/api.ts'
import { DownloadButton } from '../../../../../desk/components/DownloadButton.tsx'
import { ErrorBlock } from '../../../../../desk/components/ErrorBlock.tsx'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { fill, useWords } from '../../../../../desk/words.ts'
import { sha256 } from '../../../../../kernel/sha256.ts'
import type { Draw } from '../../../draws/contract.ts'
import { messages } from '../../../draws/messages.ts'
import { type Verdict, verify } from '../../../draws/verify.ts'

export function Verify({ draw: { id, drawnAt }, digest }: { draw: Draw; digest: string }) {
  const { page: words, grounds } = useWords(messages)
  const name = `draw-${digest.slice(0, 12)}`
  const command = `npx shouwang draw verify ${name}.json --digest ${digest}`
  const check = useMutation({
    mutationFn: async () => {
      const { body } = await client.inspections.draws.package({ id })
      return verify(await body.text(), sha256, digest)
    },
  })
  const path = `/api/inspections/draws/${id}`
  return (
    <Panel title={words.verify}>
      <div className="draw-files">
        <DownloadButton path={`${path}/package`} fileName={`${name}.json`} grounds={grounds}>
          {words.package}
        </DownloadButton>
        {drawnAt !== null &&
          (['csv', 'xlsx'] as const).map((format) => (
            <DownloadButton
              key={format}
              path={`${path}/result`}
              search={{ format }}
              fileName={`${name}.${format}`}
              grounds={grounds}
            >
              {words[format]}
            </DownloadButton>
          ))}
      </div>
      <p className="draw-verify">{words.verifyMore}</p>
      <Typography.Text
        className="draw-digest"
        code
        copyable={{ text: command, tooltips: [words.copyCommand, words.copied] }}
      >
        {command}
      </Typography.Text>
      <p className="draw-verify">{words.verifierMore}</p>
      <DownloadButton path="/api/inspections/draws/verifier" fileName="draw-verifier.html" grounds={grounds}>
        {words.verifier}
      </DownloadButton>
      <p className="draw-verify quiet">{words.algorithm}</p>
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? words.verifying : words.verifyHere}
      </Button>
      <div aria-live="polite" className="draw-verdict">
        {check.error && <ErrorBlock error={check.error} grounds={grounds} />}
        {check.data && <Found verdict={check.data} />}
      </div>
    </Panel>
  )
}

function Found({ verdict: { differences, drawn } }: { verdict: Verdict }) {
  const { page: words, differences: kinds } = useWords(messages)
  if (differences.length === 0)
    return (
      <Alert
        type="success"
        showIcon
        title={words.sound}
        description={drawn === null ? words.soundUndrawn : words.soundMore}
      />
    )
  return (
    <Alert
      type="error"
      showIcon
      title={words.unsound}
      description={
        <ul className="draw-list">
          {differences.map(({ kind, where, said, found }) => (
            <li key={`${kind} ${where}`}>
              {fill(kinds[kind], { where })} <span className="quiet">{where}</span>
              {said && (
                <div>
                  {words.said} <code>{said}</code>
                </div>
              )}
              {found && (
                <div>
                  {words.found} <code>{found}</code>
                </div>
              )}
            </li>
          ))}
        </ul>
      }
    />
  )
}
