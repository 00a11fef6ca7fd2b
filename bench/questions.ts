/** What people type into the search box, and what an analyst would write in SQL for the same. */
import { fold } from '../src/kernel/fold.ts'
import { soundOfQuestion } from '../src/platform/pinyin.ts'

export interface Way {
  readonly where: string
  readonly order?: string
}
export interface Question {
  readonly what: string
  readonly q: string
  /** In the order in which the answers are wanted. */
  readonly ways: readonly Way[]
  /** Asked where these find nothing. */
  readonly otherwise: readonly Way[]
}
export interface Sample {
  readonly name: string
  readonly address: string
  readonly uscc: string
  readonly no: string
  readonly initials: string
  readonly pinyin: string
  readonly phone: string
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`
const like = (column: string, pattern: string) => `${column} like ${text(pattern)}`

/** Has these pairs of characters, and fits the pattern. */
const holds = (what: 'name' | 'address', pairs: string, pattern: string) =>
  `premises.pairs(${what}_key) @> ${pairs} and ${like(`${what}_key`, pattern)}`

/** Part of a name or of an address in Han characters. */
function written(key: string): Way[] {
  const pairs = text(`{${neighbours(key).join()}}`)
  return [
    { where: like('name_key', `${key}%`), order: 'name_key' },
    { where: holds('name', pairs, `%${key}%`) },
    { where: holds('address', pairs, `%${key}%`) },
  ]
}
const neighbours = (key: string) => Array.from(key).flatMap((char, i, all) => (i > 0 ? [`${all[i - 1]}${char}`] : []))

/** Any one character may be another, or all of it only sounds so; less than three are like everything. */
function mistaken(key: string): Way[] {
  const chars = Array.from(key)
  if (chars.length < 3) return []
  const alike = (what: 'name' | 'address') =>
    chars
      .map((_, i) => {
        const [before, after] = [chars.slice(0, i).join(''), chars.slice(i + 1).join('')]
        const across = before && after ? [`${chars[i - 1]}_${chars[i + 1]}`] : []
        const pairs = text(`{${[...neighbours(before), ...across, ...neighbours(after)].join()}}`)
        return `(${holds(what, pairs, `%${before}_${after}%`)})`
      })
      .join(' or ')
  const sound = { where: like('name_sound', `%${soundOfQuestion(key)}%`) }
  return [{ where: alike('name') }, { where: alike('address') }, sound]
}

const letters = (q: string): Way[] => [
  { where: like('name_initials', `${q}%`), order: 'name_initials' },
  { where: like('name_pinyin', `${q}%`), order: 'name_pinyin' },
  { where: `name_sound ilike ${text(`%${q}%`)}` },
  { where: `address_sound ilike ${text(`%${q}%`)}` },
]

const han = /\p{Script=Han}/u
function said(what: string, q: string): Question {
  const key = fold(q)
  return han.test(key)
    ? { what, q, ways: written(key), otherwise: mistaken(key) }
    : { what, q, ways: letters(key), otherwise: [] }
}
const exact = (what: string, q: string, ...ways: Way[]): Question => ({ what, q, ways, otherwise: [] })

/** What people know by heart and type whatever is there. */
const known = ['新华书店', '面馆', '便利店', '幼儿园', '加油站', '澜心大道', '望潮', '宾馆', '锦澜', '老王']
const sounds = ['xhsd', 'blg', 'xinhuashudian', 'mianguan', 'youeryuan', 'jl']
const nowhere = ['火星基地', '鑫鑫鑫鑫', '龘靐齉', 'zzzzqqqq', 'qwxkjv', '北京路999号']

/** Without what a third of all names begin with. */
const plain = ({ name }: Sample) => fold(name).replace(/^青澜区/, '')
const wrong = (sample: Sample) => {
  const [first = '', , ...rest] = Array.from(plain(sample))
  return `${first}泓${rest.slice(0, 3).join('')}`
}

/** Of each kind so many, each about another record. */
const mix: readonly (readonly [count: number, make: (sample: Sample) => Question])[] = [
  [5, (one) => said('two characters', plain(one).slice(0, 2))],
  [5, (one) => said('three characters', plain(one).slice(1, 4))],
  [5, (one) => said('four characters', plain(one).slice(0, 4))],
  [4, ({ address }) => said('road and number', /社区(.*?号)/.exec(address)?.[1] ?? address)],
  [4, ({ address }) => said('a community', address.slice(0, 4))],
  [4, ({ initials }) => said('initials', initials.slice(0, 4))],
  [4, ({ pinyin }) => said('pinyin', pinyin.slice(0, 9))],
  [3, ({ uscc }) => exact('a code', uscc, { where: `uscc = ${text(uscc)}` })],
  [
    3,
    ({ uscc }) =>
      exact('the first of a code', uscc.slice(0, 12), { where: like('uscc', `${uscc.slice(0, 12)}%`), order: 'uscc' }),
  ],
  [3, ({ no }) => exact('a number', no, { where: `premises_no = ${text(no)}` })],
  [
    3,
    ({ phone }) =>
      exact(
        'a telephone',
        phone,
        { where: `responsible_phone = ${text(phone)}` },
        { where: `manager_phone = ${text(phone)}` },
      ),
  ],
  [6, (one) => said('one character wrong', wrong(one))],
]
export const samplesNeeded = mix.reduce((sum, [count]) => sum + count, 1)

export function questionsOf(samples: readonly Sample[]): Question[] {
  const [typed, ...others] = samples
  const left = others.values()
  return [
    ...known.map((q) => said('known words', q)),
    ...(typed ? [2, 3, 4, 5].map((n) => said('as it is typed', plain(typed).slice(0, n))) : []),
    // Each of them takes its own from what is left.
    ...mix.flatMap(([count, make]) =>
      Array.from({ length: count }, () => left.next().value).flatMap((one) => (one ? [make(one)] : [])),
    ),
    ...sounds.map((q) => said('pinyin and initials', q)),
    ...nowhere.map((q) => said('nothing found', q)),
  ]
}
