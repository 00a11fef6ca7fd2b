/** Drawing a border on the map, or pasting one; what is wrong with it is said while it is drawn. */
import { Button, Modal, Space } from 'antd'
import { useMemo, useState } from 'react'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { MapView } from '../../../../desk/components/MapView.tsx'
import type { MapArea } from '../../../../desk/components/map/drawn.ts'
import {
  clear,
  close,
  drawnPolygon,
  mayClose,
  replace,
  sketchOf,
  undo,
} from '../../../../desk/components/map/sketch.ts'
import { numberText } from '../../../../desk/components/numbers.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import { type LngLat, type Polygon, squareMetres } from '../../../../kernel/geo.ts'
import { polygonFault } from '../../../../kernel/polygon.ts'
import type { Area } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { PasteBorder } from './PasteBorder.tsx'
import './border.css'

interface BorderEditorProps {
  readonly title: string
  readonly polygon: Polygon | null
  /** What lies around it; its points draw the new ones to them. */
  readonly around: readonly MapArea[]
  /** The area in which it lies, which is also among those around. */
  readonly within?: MapArea | undefined
  readonly onSave: (polygon: Area['polygon']) => Promise<unknown>
  readonly onClose: () => void
}

/** Points as the contract has them. */
const asShape = (polygon: Polygon) => polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [lng, lat]))

export function BorderEditor({ title, polygon, around, within, onSave, onClose }: BorderEditorProps) {
  const words = useWords(messages)
  const [sketch, setSketch] = useState(() => sketchOf(polygon))
  const [frame, setFrame] = useState<readonly LngLat[] | undefined>((polygon ?? within?.polygon)?.flat())
  const [pasting, setPasting] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const drawn = drawnPolygon(sketch)
  const fault = useMemo(() => (drawn ? polygonFault(drawn) : undefined), [drawn])
  const save = async () => {
    if (drawn === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      await onSave(drawn && asShape(drawn))
      onClose()
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width="min(1080px, calc(100vw - 16px))"
      className="border-editor"
      style={{ top: 24 }}
      title={title}
      okText={words.border.save}
      okButtonProps={{ disabled: drawn === undefined || fault !== undefined || sketch.past.length === 0 }}
      confirmLoading={busy}
      // A slip of the hand must not cost the drawing.
      mask={{ closable: false }}
      keyboard={false}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {error !== undefined && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      <section
        onKeyDown={(event) => {
          if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !(event.target instanceof HTMLTextAreaElement))
            setSketch(undo)
        }}
        aria-label={title}
      >
        <Space wrap className="border-tools">
          <Button disabled={sketch.past.length === 0} onClick={() => setSketch(undo)}>
            {words.border.undo}
          </Button>
          <Button disabled={!mayClose(sketch)} onClick={() => setSketch(close)}>
            {words.border.close}
          </Button>
          <Button disabled={sketch.points.length === 0} onClick={() => setSketch(clear)}>
            {words.border.clear}
          </Button>
          <Button aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {words.border.paste}
          </Button>
        </Space>
        {pasting && (
          <PasteBorder
            onPlace={(at) => setFrame([at])}
            onBorder={(pasted) => {
              setSketch((was) => replace(was, pasted))
              setFrame(pasted.flat())
              setPasting(false)
            }}
          />
        )}
        <MapView
          title={title}
          areas={around}
          selectedArea={within?.id}
          sketch={sketch}
          onSketch={setSketch}
          {...(frame ? { frame } : {})}
          height="min(520px, 52vh)"
        />
        <p className="border-state" role="status">
          {fault ? (
            <strong className="tone-bad">
              {words.grounds[fault.ground]}
              {fault.at && ` ${fill(words.border.at, { lng: fault.at[0].toFixed(5), lat: fault.at[1].toFixed(5) })}`}
            </strong>
          ) : (
            <>
              {fill(words.border.points, { n: sketch.points.length })}
              {drawn && ` · ${fill(words.border.size, { km2: numberText(squareMetres(drawn) / 1e6, 2) })}`}
            </>
          )}
          <span className="quiet"> {sketch.closed ? words.border.changeHint : words.border.drawHint}</span>
        </p>
      </section>
    </Modal>
  )
}
