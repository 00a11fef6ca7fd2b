/** The frame around every page of a signed-in person: menu, header, content. */
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { api } from '../api.ts'
import { ErrorBlock } from '../components/ErrorBlock.tsx'
import { Loading } from '../components/Loading.tsx'
import { messages } from '../messages.ts'
import { useNarrow } from '../narrow.ts'
import { MeContext } from '../session.ts'
import { changeSettings, useSettings } from '../settings.ts'
import { useWords } from '../words.ts'
import { HeaderBar } from './HeaderBar.tsx'
import { SideMenu } from './SideMenu.tsx'

const MenuDrawer = lazy(async () => ({ default: (await import('./MenuDrawer.tsx')).MenuDrawer }))

const FirstPassword = lazy(async () => ({
  default: (await import('../../areas/organisation/desk/FirstPassword.tsx')).FirstPassword,
}))

export function Shell() {
  const me = useQuery(api.organisation.accounts.me.queryOptions({ staleTime: 60_000 }))
  if (!me.data)
    return (
      <main className="shell-waiting">
        {me.error ? <ErrorBlock error={me.error} onRetry={() => me.refetch()} /> : <Loading rows={4} />}
      </main>
    )
  return (
    <MeContext value={me.data}>
      <Suspense fallback={<Loading rows={4} />}>{me.data.mustChange ? <FirstPassword /> : <Frame />}</Suspense>
    </MeContext>
  )
}

function Frame() {
  const words = useWords(messages)
  const narrow = useNarrow()
  const { menuFolded } = useSettings()
  const [drawer, setDrawer] = useState(false)
  const content = useRef<HTMLElement>(null)
  return (
    <div className={`shell ${menuFolded && !narrow ? 'shell-folded' : ''}`}>
      <button type="button" className="skip" onClick={() => content.current?.focus()}>
        {words.skip}
      </button>
      {narrow ? (
        <Suspense>{drawer && <MenuDrawer onClose={() => setDrawer(false)} />}</Suspense>
      ) : (
        <aside className="side no-print">
          <SideMenu folded={menuFolded} onFold={() => changeSettings({ menuFolded: !menuFolded })} />
        </aside>
      )}
      <HeaderBar {...(narrow ? { onMenu: () => setDrawer(true) } : {})} />
      <main id="content" className="content" ref={content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
