// oxlint-disable import/no-unassigned-import -- these have nothing to assign
import './app/start.ts'
import './app/styles/fonts.css'
import './app/styles/tokens.css'
import './app/styles/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/app.tsx'
import { watchNavigation } from './app/arrival.ts'
import { createQueryClient } from './app/query-client.ts'
import { registerWorker } from './offline/register-worker.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

watchNavigation()
createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} />
  </StrictMode>,
)
if (import.meta.env.PROD) registerWorker()
