/** What stands out of a record: its kind, its class, that it is written off. */
import { Tag } from 'antd'
import { useCodes } from '../../../../desk/codes.ts'
import { useWords } from '../../../../desk/words.ts'
import type { Incident } from '../../contract.ts'
import { messages } from '../../messages.ts'

type Marked = Pick<Incident, 'kind' | 'state' | 'statClass' | 'minorFire' | 'source'>

/** Fires in vermilion; what is written off is struck through. */
export function KindText({ kind, state }: Pick<Incident, 'kind' | 'state'>) {
  const { nameOf } = useCodes('incident-kind')
  const off = state === 'writtenOff'
  return (
    <span className={`kind ${kind === 'fire' && !off ? 'kind-fire' : ''} ${off ? 'kind-off' : ''}`}>
      {nameOf(kind)}
    </span>
  )
}

/** The class where it is above ordinary, 轻微 and 核销: what a reader of the list must not miss. */
export function Marks({
  state,
  statClass,
  minorFire,
  onlyUnusual = false,
}: Pick<Marked, 'state' | 'statClass' | 'minorFire'> & { readonly onlyUnusual?: boolean }) {
  const words = useWords(messages).list
  const { nameOf } = useCodes('severity')
  if (state === 'writtenOff') return <Tag variant="filled">{words.writtenOffMark}</Tag>
  if (statClass && statClass !== 'ordinary') return <Tag color="error">{nameOf(statClass)}</Tag>
  if (minorFire) return <span className="quiet">{words.minorMark}</span>
  return statClass && !onlyUnusual ? <span>{nameOf(statClass)}</span> : null
}

/** 亡 1 · 重伤 2; nothing where nobody was hurt. */
export function Casualties({
  deaths,
  seriousInjuries,
  minorInjuries,
}: Pick<Incident, 'deaths' | 'seriousInjuries' | 'minorInjuries'>) {
  const words = useWords(messages).list
  return (
    <>
      {deaths ? <strong className="tone-bad">{`${words.death} ${deaths} `}</strong> : null}
      {seriousInjuries ? <span>{`${words.serious} ${seriousInjuries} `}</span> : null}
      {minorInjuries ? <span>{`${words.minor} ${minorInjuries}`}</span> : null}
    </>
  )
}
