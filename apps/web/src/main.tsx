// oxlint-disable import/no-unassigned-import -- these have nothing to assign
import './app/start.ts'
import './app/open-ahead.ts'
import './app/styles/fonts.css'
import './app/styles/tokens.css'
import './app/styles/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { watchNavigation } from './app/arrival.ts'
import { takeKnown, watchFirstPage } from './app/first-page.ts'
import { fetchPlanPage } from './app/plan-page-ahead.ts'
import { createQueryClient } from './app/query-client.ts'
import { registerWorker } from './offline/register-worker.ts'
import { fetchLatePartsSoon } from './app/late-parts-soon.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

watchNavigation()
watchFirstPage(root)
const client = createQueryClient()
takeKnown(client)
const start = () => {
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  )
  fetchLatePartsSoon()
}
// A page that cannot be fetched now is asked for again by the route, which says so.
// The other pages about a plan come without its page.
if (/^\/plans\/[^/]+(\/versions\/[^/]+)?$/.test(location.pathname)) void fetchPlanPage().then(start, start)
else start()
if (import.meta.env.PROD) registerWorker()
