/** The district's tree of streets, communities and grids, beside the map; the levels have the district's own names. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { Asked } from '../../../desk/components/Asked.tsx'
import { EmptyBlock } from '../../../desk/components/EmptyBlock.tsx'
import { MapView } from '../../../desk/components/MapView.tsx'
import { Page } from '../../../desk/components/Page.tsx'
import { Panel } from '../../../desk/components/Panel.tsx'
import { useSearchState } from '../../../desk/search-params.ts'
import { useMay } from '../../../desk/session.ts'
import { fill, useWords } from '../../../desk/words.ts'
import type { AreaNode } from '../areas/contract.ts'
import { messages } from '../messages.ts'
import { AreaDetails } from './parts/AreaDetails.tsx'
import { AreaForm } from './parts/AreaForm.tsx'
import { AreaList } from './parts/AreaList.tsx'
import { LevelsForm } from './parts/LevelsForm.tsx'
import { useDistrict, useShapes } from './parts/places.ts'
import { ShapeFile } from './parts/ShapeFile.tsx'

const shapeKinds = ['street', 'community', 'grid', 'station'] as const
const Search = z.object({
  area: z.string().optional(),
  q: z.string().max(40).optional(),
  show: z.enum(shapeKinds).optional(),
})

export function AreaTree() {
  const words = useWords(messages)
  const may = useMay()
  const { values, change } = useSearchState(Search)
  const [open, setOpen] = useState<'levels' | 'add' | 'file'>()
  const close = () => setOpen(undefined)
  const choose = (area: string) => change({ area, q: undefined }, { replace: true })
  const writes = may('organisation.write')
  const district = useDistrict()
  const areas = useQuery(api.organisation.areas.queryOptions({ input: {}, staleTime: 300_000 }))
  const levels = district.data?.levels ?? []
  const counts = levels.map((level, at) =>
    fill(words.areas.counts, {
      level,
      n: areas.data?.items.filter((node) => node.active && node.level === at + 1).length ?? '…',
    }),
  )
  return (
    <Page
      title={words.areas.title}
      subtitle={counts.join(' · ')}
      actions={
        writes &&
        district.data && (
          <>
            <Button onClick={() => setOpen('levels')}>{words.areas.levels}</Button>
            <Button onClick={() => setOpen('file')}>{words.shapeFile.open}</Button>
            <Button type="primary" onClick={() => setOpen('add')}>
              {words.areas.add}
            </Button>
          </>
        )
      }
    >
      <Asked query={areas} rows={12}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock title={words.areas.empty} more={writes ? words.areas.emptyMore : words.areas.emptyAsk} />
          ) : (
            <div className="columns">
              <div className="span-4">
                <Panel flush>
                  <search className="area-find">
                    <Input.Search
                      key={values.q ?? ''}
                      defaultValue={values.q ?? ''}
                      allowClear
                      aria-label={words.areas.find}
                      placeholder={words.areas.find}
                      onSearch={(q) => change({ q }, { replace: true })}
                    />
                  </search>
                  <AreaList
                    nodes={items}
                    find={values.q ?? ''}
                    chosen={values.area}
                    onChoose={(area) => change({ area }, { replace: true })}
                  />
                </Panel>
              </div>
              <div className="span-8">
                <AreaDetails nodes={items} levels={levels} id={values.area} onChoose={choose} />
                <AreaMap nodes={items} levels={levels} />
              </div>
            </div>
          )
        }
      </Asked>
      {open === 'levels' && district.data && <LevelsForm district={district.data} onClose={close} />}
      {open === 'add' && <AreaForm levels={levels} onAdded={choose} onClose={close} />}
      {open === 'file' && <ShapeFile of="areas" onClose={close} />}
    </Page>
  )
}

/** The level of the chosen area, unless another is asked for; a click chooses. */
function AreaMap({ nodes, levels }: { nodes: readonly AreaNode[]; levels: readonly string[] }) {
  const words = useWords(messages)
  const { values, change } = useSearchState(Search)
  const chosen = nodes.find(({ id }) => id === values.area)
  const show = values.show ?? shapeKinds[(chosen?.level ?? 1) - 1] ?? 'street'
  const shapes = useShapes(show)
  const shown = useMemo(() => shapes.map(({ id, name, polygon }) => ({ id, name, polygon })), [shapes])
  const labelOf = (kind: (typeof shapeKinds)[number]) =>
    kind === 'station' ? words.kinds.station : (levels[shapeKinds.indexOf(kind)] ?? kind)
  return (
    <Panel
      flush
      title={words.areas.map}
      extra={
        <Segmented
          size="small"
          aria-label={words.areas.mapOf}
          value={show}
          options={shapeKinds.map((value) => ({ value, label: labelOf(value) }))}
          onChange={(value) => change({ show: value }, { replace: true })}
        />
      }
    >
      <MapView
        title={labelOf(show)}
        areas={shown}
        selectedArea={values.area}
        focusArea={values.area}
        onPickArea={(area) => show !== 'station' && change({ area }, { replace: true })}
        height={460}
      />
    </Panel>
  )
}
