/** The photos of a place, to be looked at large; on the spot one adds others without opening the form. */
import { App, Image } from 'antd'
import { client } from '../../../../../desk/api.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { troubleLine } from '../../../../../desk/errors.ts'
import { useMay } from '../../../../../desk/session.ts'
import { today } from '../../../../../desk/today.ts'
import { useLang, useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import { factsOf, type Premises } from '../../../record-contract.ts'
import { useAfterAct } from '../after-act.ts'
import { PhotoButtons } from '../form/PhotoButtons.tsx'
import { fileHref } from '../photos.ts'

export function Photos({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const may = useMay()
  const { photos, state } = premises
  const adds = may('premises.write') && state !== 'merged'
  if (photos.length === 0 && !adds) return null
  return (
    <Panel title={words.fields.photos} extra={adds && <AddPhotos premises={premises} />}>
      {photos.length === 0 ? (
        <p className="empty-small">{words.page.noPhotos}</p>
      ) : (
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
      )}
    </Panel>
  )
}

function AddPhotos({ premises }: { premises: Premises }) {
  const words = useWords(messages)
  const lang = useLang()
  const { message } = App.useApp()
  const afterAct = useAfterAct()
  const { id, version, photos } = premises
  const add = async (files: string[]) => {
    const brought = files.map((file) => ({ file, caption: null, takenOn: today() }))
    const facts = { ...factsOf(premises), photos: [...photos, ...brought] }
    try {
      await afterAct(await client.premises.correct({ id, version, facts, reason: words.form.photosBrought }))
    } catch (error) {
      message.error(troubleLine(error, lang, words.grounds))
    }
  }
  return <PhotoButtons onBrought={(files) => void add(files)} />
}
