/** The area of a station, drawn among those of the others. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api, client } from '../../../../desk/api.ts'
import { fill, useWords } from '../../../../desk/words.ts'
import type { Body } from '../../contract.ts'
import { messages } from '../../messages.ts'
import { BorderEditor } from './BorderEditor.tsx'
import { useShapes } from './places.ts'

export function StationBorder({ body: now, onClose }: { body: Body; onClose: () => void }) {
  // The version sent is the version seen, whatever is asked again while one draws.
  const [body] = useState(now)
  const words = useWords(messages)
  const queries = useQueryClient()
  const shapes = useShapes('station')
  const streets = useShapes('street')
  const stations = useMemo(() => shapes.filter(({ id }) => id !== body.id), [shapes, body.id])
  return (
    <BorderEditor
      title={fill(words.border.title, { name: body.name })}
      polygon={body.polygon}
      // The first station of a district is drawn along its streets.
      around={stations.length > 0 ? stations : streets}
      onSave={async (polygon) => {
        const { id, kind, code, name, parent, active, version } = body
        await client.organisation.saveBody({ id, kind, code, name, parent, active, version, polygon })
        await queries.invalidateQueries({ queryKey: api.organisation.key() })
      }}
      onClose={onClose}
    />
  )
}
