/** The document on screen as it will be printed: every figure a link, every paragraph to be edited before issue. */
import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useMay, useMe } from '../../../../desk/session.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { type Block, numbered, type Run } from '../../../../kernel/document.ts'
import type { Analysis } from '../../contract.ts'
import { dayZh } from '../../figures/numbers.ts'
import { messages } from '../messages.ts'
import { DocumentChart } from './DocumentChart.tsx'
import { keptParagraph, ParagraphEditor } from './ParagraphEditor.tsx'
import { placeOf } from './shown.ts'

export function DocumentView({ analysis }: { analysis: Analysis }) {
  const { document } = analysis
  return (
    <article className={`paper paper-${analysis.state}`} lang="zh-CN" aria-label={document.title}>
      <h2 className="paper-title">{document.title}</h2>
      {document.addressee && <p className="paper-addressee">{document.addressee}：</p>}
      {numbered(document.blocks).map((block, i) => (
        <BlockView key={i} block={block} analysis={analysis} />
      ))}
      {document.closing && (
        <p className="paper-closing">
          {document.closing.body}
          <br />
          {dayZh(document.closing.day)}
        </p>
      )}
    </article>
  )
}

function BlockView({ block, analysis }: { block: Block; analysis: Analysis }) {
  if (block.kind === 'heading') {
    const Heading = `h${block.level + 2}` as 'h3' | 'h4' | 'h5' | 'h6'
    return <Heading className={`paper-h${block.level}`}>{block.text}</Heading>
  }
  if (block.kind === 'paragraph') return <ParagraphView paragraph={block} analysis={analysis} />
  if (block.kind === 'table') return <TableView table={block} />
  if (block.kind === 'chart') return <DocumentChart chart={block} />
  return <p className="paper-note">{block.text}</p>
}

function ParagraphView({
  paragraph,
  analysis,
}: {
  paragraph: Extract<Block, { kind: 'paragraph' }>
  analysis: Analysis
}) {
  const words = useWords(messages).desk
  const { account } = useMe()
  const may = useMay()
  const { key } = paragraph
  const [editing, setEditing] = useState(() => keptParagraph(account, analysis, key) !== undefined)
  const state = analysis.paragraphs.find((one) => one.key === key)
  const open = analysis.state === 'draft' && may('analysis.draft')
  if (editing && state && open)
    return <ParagraphEditor analysis={analysis} paragraph={state} onClose={() => setEditing(false)} />
  return (
    <div className="paper-line" id={key}>
      {linesOf(paragraph.runs).map((runs, line) => (
        <p key={line} className="paper-text">
          {runs.map((run, i) => (
            <RunView key={i} run={run} analysis={analysis} />
          ))}
        </p>
      ))}
      {state && (
        <span className="paper-tools no-print">
          {state.editedBy && <Tag color="blue">{fill(words.edited, { who: state.editedBy })}</Tag>}
          {state.state === 'stale' && <Tag color="gold">{words.stale}</Tag>}
          {open && (
            <Button
              size="small"
              type="text"
              icon={<EditOutlined />}
              aria-label={`${words.editParagraph} ${key}`}
              title={words.editParagraph}
              onClick={() => setEditing(true)}
            />
          )}
        </span>
      )}
    </div>
  )
}

/** What a person wrote is one run; a line that they broke is a paragraph, as in print. */
function linesOf(runs: readonly Run[]): (readonly Run[])[] {
  const [first, ...others] = runs
  if (!first || !('text' in first) || others.length > 0) return [runs]
  return first.text.split('\n').map((text) => [{ ...first, text }])
}

/** A figure opens its records: the present ones of a draft, the frozen ones of an issued analysis. */
function RunView({ run, analysis }: { run: Run; analysis: Analysis }) {
  const words = useWords(messages).desk
  if ('missing' in run) return <mark className="missing">{words.missing}</mark>
  if (!('figure' in run)) return run.text
  if (analysis.state === 'issued')
    return (
      <Link className="paper-figure" to={`/analysis/${analysis.id}`} search={{ tab: 'records', figure: run.figure }}>
        {run.text}
      </Link>
    )
  const place = placeOf(analysis.figures, run.figure)
  return place ? (
    <Link className="paper-figure" {...place}>
      {run.text}
    </Link>
  ) : (
    run.text
  )
}

function TableView({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  const last = table.rows.length - 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section className="paper-table" aria-label={table.caption} tabIndex={0}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ header, align }, i) => (
              <th key={i} scope="col" style={{ textAlign: align }}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r} className={table.summed && r === last ? 'summed' : ''}>
              {row.map((cell, c) => (
                <td key={c} style={{ textAlign: table.columns[c]?.align ?? 'left' }}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes?.map((note) => (
        <p key={note} className="paper-note">
          {note}
        </p>
      ))}
    </section>
  )
}
