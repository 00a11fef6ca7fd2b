/** What a person chose on this computer: language, light or dark, the menu folded. Kept in the browser. */
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { Lang } from '../kernel/words.ts'

export const themeChoices = ['auto', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export interface Settings {
  readonly lang: Lang
  readonly theme: ThemeChoice
  readonly menuFolded: boolean
}

const storageKey = 'shouwang.settings'
const first: Settings = { lang: 'zh', theme: 'auto', menuFolded: false }

// A browser may forbid its storage: the choice then lasts as long as the page.
function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>
  } catch {
    return {}
  }
}

let present: Settings = { ...first, ...stored() }
const listeners = new Set<() => void>()
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const paper = matchMedia('print')
const tell = () => {
  for (const listener of listeners) listener()
}
systemDark.addEventListener('change', tell)
// The page is printed as it stands when this handler returns.
paper.addEventListener('change', () => flushSync(tell))

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const settings = (): Settings => present

export function changeSettings(change: Partial<Settings>) {
  present = { ...present, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(present))
  } catch {
    // Nothing to do: see above.
  }
  tell()
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, settings)

const screenDark = () => (present.theme === 'auto' ? systemDark.matches : present.theme === 'dark')
const darkNow = () => !paper.matches && screenDark()

/** Whether the page is dark now: by choice, or as the system is. Paper is always light. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, darkNow)

/** The same for what cannot be drawn anew before the page goes to the printer: a map. */
export const useScreenDark = (): boolean => useSyncExternalStore(subscribe, screenDark)
