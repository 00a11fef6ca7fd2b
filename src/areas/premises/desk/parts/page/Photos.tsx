/** The photos of a place, to be looked at large. */
import { Image } from 'antd'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { fileHref } from '../photos.ts'

export function Photos({ photos }: Pick<Premises, 'photos'>) {
  const words = useWords(messages)
  return (
    <Panel title={words.fields.photos}>
      <ul className="photos">
        <Image.PreviewGroup>
          {photos.map(({ file, caption, takenOn }) => (
            <li key={file}>
              <Image src={fileHref(file)} alt={caption ?? words.fields.photos} width={132} height={99} />
              <span className="quiet">{[caption, takenOn].filter(Boolean).join(' ')}</span>
            </li>
          ))}
        </Image.PreviewGroup>
      </ul>
    </Panel>
  )
}
