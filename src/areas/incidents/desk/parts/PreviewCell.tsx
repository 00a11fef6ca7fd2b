/** A column of ours as the first rows fill it: what stands in the file, what it becomes, what is wrong with it. */
import { useLang, useWords } from '../../../../desk/words.ts'
import type { incidentLayout } from '../../import-layout.ts'
import { messages } from '../../imports/messages.ts'
import type { Shown } from './preview.ts'
import { useValueWords } from './words.ts'

type LayoutColumn = (typeof incidentLayout.columns)[number]
const shownAtMost = 3

export function PreviewCell({ column, shown }: { column: LayoutColumn; shown: readonly Shown[] }) {
  const words = useWords(messages).preview
  const lang = useLang()
  const valueText = useValueWords()
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
