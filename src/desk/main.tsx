/** The desk application starts here. */
import 'antd/dist/reset.css'
import './styles/ground.css'
import './styles/frame.css'
import './styles/page.css'
import './styles/figures.css'
import './styles/lists.css'
import './styles/records.css'
import './styles/charts.css'
import './styles/phone.css'
import './styles/paper.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSignedOut } from './api.ts'
import { Look } from './layout/Look.tsx'
import { paths } from './paths.ts'
import { router } from './router.tsx'
import { isTransient } from './transient.ts'

const queries = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && isTransient(error),
    },
  },
})

onSignedOut(() => {
  const { pathname, href } = router.state.location
  queries.removeQueries()
  if (pathname !== '/sign-in') void router.navigate({ ...paths.signIn(href === '/' ? undefined : href), replace: true })
})

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
)
