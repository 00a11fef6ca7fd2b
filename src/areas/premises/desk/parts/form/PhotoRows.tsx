/** The photos of a place while they are brought: each with a word on what it shows. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Image, Input } from 'antd'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { today } from '../../../../../desk/today.ts'
import { fill, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import type { Photo } from '../../../record-contract.ts'
import { fileHref } from '../photos.ts'
import type { Editing } from './FactField.tsx'
import { PhotoButtons } from './PhotoButtons.tsx'

export function PhotoRows({ editing }: { editing: Editing }) {
  const words = useWords(messages)
  const { photos } = editing.facts
  const set = (next: Photo[]) => editing.set({ photos: next })
  return (
    <Panel title={words.fields.photos}>
      <ul className="photos">
        {photos.map((photo, at) => (
          <li key={photo.file}>
            <Image src={fileHref(photo.file)} alt={photo.caption ?? words.fields.photos} width={132} height={99} />
            <Input
              size="small"
              maxLength={80}
              aria-label={fill(words.form.ofRow, { name: words.form.caption, n: at + 1 })}
              placeholder={words.form.caption}
              value={photo.caption ?? ''}
              onChange={({ target }) =>
                set(photos.map((one, i) => (i === at ? { ...one, caption: target.value || null } : one)))
              }
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={fill(words.form.removeRow, { n: at + 1 })}
              onClick={() => set(photos.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ul>
      <PhotoButtons
        onBrought={(files) => set([...photos, ...files.map((file) => ({ file, caption: null, takenOn: today() }))])}
      />
    </Panel>
  )
}
