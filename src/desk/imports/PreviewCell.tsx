/** A column of ours as the first rows fill it: what stands in the file, what it becomes, what is wrong with it. */

import type { Column } from '../../kernel/layout.ts'
import { useLang, useWords } from '../words.ts'
import { useImporting } from './importing.ts'
import { messages } from './messages.ts'
import type { Shown } from './preview.ts'

const shownAtMost = 3

export function PreviewCell({ column, shown }: { column: Column; shown: readonly Shown[] }) {
  const words = useWords(messages).preview
  const lang = useLang()
  const valueText = useImporting().useValueWords()
  return (
    <ul className="preview-cell">
      {shown.slice(0, shownAtMost).map(({ raw, value, faults }) => {
        const text = value === null ? words.empty : valueText(column.field, value)
        const isBad = faults.some(({ blank }) => !blank)
        return (
          <li key={raw + faults.map(({ en }) => en).join()} title={raw}>
            {raw.trim() !== text && raw.trim() !== '' && (
              <>
                <span className="preview-raw">{raw}</span> →{' '}
              </>
            )}
            {faults.length === 0 ? (
              <span className={value === null ? 'unknown' : ''}>{text}</span>
            ) : (
              <span className={isBad ? 'tone-bad' : 'tone-caution'}>
                {!isBad && `${words.asBlank}${lang === 'zh' ? '：' : ': '}`}
                {faults[0]?.[lang]}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
