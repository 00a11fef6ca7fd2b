/** A border given as text: GeoJSON, pasted; or a place to look at, by its coordinates. Everything a keyboard can do. */
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../desk/words.ts'
import type { LngLat, Polygon } from '../../../../kernel/geo.ts'
import { featuresOf, polygonOf } from '../../../../kernel/geojson.ts'
import { polygonFault } from '../../../../kernel/polygon.ts'
import { messages } from '../../messages.ts'

interface PasteBorderProps {
  readonly onBorder: (polygon: Polygon) => void
  readonly onPlace: (at: LngLat) => void
}
type Ground = keyof typeof messages.zh.grounds

/** The polygon in a text, or the ground on which there is none. Two numbers are a place. */
function readText(text: string): Polygon | LngLat | Ground {
  const pair = /^\s*(-?\d{1,3}(?:\.\d+)?)[\s,，]+(-?\d{1,2}(?:\.\d+)?)\s*$/.exec(text)
  if (pair) return [Number(pair[1]), Number(pair[2])]
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'file-no-json'
  }
  const features = featuresOf(json)
  if (typeof features === 'string') return features
  if (features.length > 1) return 'features-several'
  const polygon = polygonOf(features[0]?.geometry)
  if (typeof polygon === 'string') return polygon
  return polygonFault(polygon)?.ground ?? polygon
}

const isPlace = (found: Polygon | LngLat): found is LngLat => typeof found[0] === 'number'

export function PasteBorder({ onBorder, onPlace }: PasteBorderProps) {
  const words = useWords(messages)
  const [ground, setGround] = useState<Ground>()
  const use = ({ text = '' }: { text?: string }) => {
    const found = readText(text)
    setGround(typeof found === 'string' ? found : undefined)
    if (typeof found === 'string') return
    if (isPlace(found)) onPlace(found)
    else onBorder(found)
  }
  return (
    <Form layout="vertical" className="border-paste" onFinish={use}>
      <Form.Item
        name="text"
        label={words.border.pasteLabel}
        extra={words.border.pasteHint}
        {...(ground ? { validateStatus: 'error' as const, help: words.grounds[ground] } : {})}
      >
        <Input.TextArea
          rows={4}
          autoFocus
          spellCheck={false}
          placeholder='{"type":"Polygon","coordinates":[[[121.1,31.2],…]]}'
        />
      </Form.Item>
      <Button htmlType="submit">{words.border.use}</Button>
    </Form>
  )
}
