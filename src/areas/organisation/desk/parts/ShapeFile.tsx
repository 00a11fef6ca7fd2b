/** Bringing areas or stations in a GeoJSON file: it is tried at once, and written when nothing is wrong with it. */
import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal, Radio, Segmented, Upload } from 'antd'
import { useState } from 'react'
import { api } from '../../../../desk/api.ts'
import { ErrorBlock } from '../../../../desk/components/ErrorBlock.tsx'
import { fill, useWords } from '../../../../desk/words.ts'
import { type CoordinateSystem, coordinateSystems } from '../../areas/contract.ts'
import { messages } from '../../messages.ts'
import { ShapeOutcome } from './ShapeOutcome.tsx'

type Of = 'areas' | 'stations'

export function ShapeFile({ of: first, onClose }: { of: Of; onClose: () => void }) {
  const words = useWords(messages)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [of, setOf] = useState<Of>(first)
  const [file, setFile] = useState<File>()
  const [coordinates, setCoordinates] = useState<CoordinateSystem>('WGS-84')
  const areas = useMutation(api.organisation.importAreas.mutationOptions())
  const stations = useMutation(api.organisation.importStations.mutationOptions())
  const { mutate, reset, data, error, isPending } = of === 'areas' ? areas : stations
  const trial = data && !data.written ? data : undefined
  const ready = trial !== undefined && trial.faults.length === 0 && trial.fresh + trial.changed > 0

  /** Whatever is chosen anew is tried anew. */
  const attempt = (what: Of, from: File | undefined, system: CoordinateSystem) => {
    setOf(what)
    setFile(from)
    setCoordinates(system)
    const asked = { file: from as File, coordinates: system, dryRun: 'true' }
    if (from) (what === 'areas' ? areas : stations).mutate(asked)
    else reset()
  }
  const bring = () => {
    if (!file) return
    mutate(
      { file, coordinates, dryRun: 'false' },
      {
        onSuccess: async ({ fresh, changed }) => {
          message.success(fill(words.shapeFile.done, { fresh, changed }))
          await queries.invalidateQueries({ queryKey: api.organisation.key() })
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      width="min(760px, calc(100vw - 16px))"
      title={words.shapeFile.title}
      okText={words.shapeFile.bring}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={isPending}
      onOk={bring}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item>
          <Segmented<Of>
            aria-label={words.shapeFile.what}
            value={of}
            onChange={(what) => attempt(what, file, coordinates)}
            options={(['areas', 'stations'] as const).map((value) => ({ value, label: words.shapeFile.of[value] }))}
          />
        </Form.Item>
        <Form.Item label={words.shapeFile.coordinates} extra={words.shapeFile.coordinatesHint}>
          <Radio.Group
            value={coordinates}
            onChange={({ target }) => attempt(of, file, target.value as CoordinateSystem)}
            options={coordinateSystems.map((value) => ({ value, label: words.shapeFile.systems[value] }))}
          />
        </Form.Item>
      </Form>
      <Upload.Dragger
        accept=".geojson,.json"
        multiple={false}
        showUploadList={false}
        disabled={isPending}
        beforeUpload={(chosen) => {
          attempt(of, chosen, coordinates)
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{file ? file.name : words.shapeFile.drop}</p>
        <p className="ant-upload-hint">{words.shapeFile.properties[of]}</p>
      </Upload.Dragger>
      {error && <ErrorBlock error={error} grounds={words.grounds} fields={words.fields} />}
      {trial && <ShapeOutcome outcome={trial} />}
    </Modal>
  )
}
