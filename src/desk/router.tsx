/** The router: every page of the table inside the shell, the sign-in outside it. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { FunctionComponent } from 'react'
import { Loading } from './components/Loading.tsx'
import { PageFault } from './layout/PageFault.tsx'
import { PageMissing } from './layout/PageMissing.tsx'
import { Permitted } from './layout/Permitted.tsx'
import { overTheLine } from './line.ts'
import { pages } from './routes.tsx'
import { parseSearch, stringifySearch } from './search-params.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: PageMissing })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../areas/organisation/desk/SignIn.tsx'), 'SignIn'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./layout/Shell.tsx'), 'Shell'),
  notFoundComponent: PageMissing,
})

const inside = pages.map(({ path, may, load }) => {
  const Screen = lazyRouteComponent<{ Screen: FunctionComponent }, 'Screen'>(
    async () => ({ Screen: await overTheLine(load) }),
    'Screen',
  )
  const component = () => (
    <Permitted may={may}>
      <Screen />
    </Permitted>
  )
  // The module is under way when a pointer rests on a link.
  return createRoute({
    getParentRoute: () => shell,
    path,
    component: Object.assign(component, Screen.preload ? { preload: Screen.preload } : {}),
  })
})

// Addresses that lead nowhere: said inside the frame, whose menu leads on.
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: PageMissing })

export const router = createRouter({
  routeTree: root.addChildren([signIn, shell.addChildren([...inside, nowhere])]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: PageMissing,
  scrollRestoration: true,
})
