import type { ProjectSummary, User } from '@concerte/api'
import type { Rights } from '@concerte/schema'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { renderToStaticMarkup } from 'react-dom/server'
import { Router } from 'wouter'
import * as Y from 'yjs'

import { languageTag } from '../src/app/language-tag.ts'
import { projectQuery } from '../src/api/projects.ts'
import { sessionQuery } from '../src/api/session.ts'
import { SaveStatus } from '../src/features/plan/bar/save-status.tsx'
import { PlanView } from '../src/features/plan/page/plan-view.tsx'
import { PlanContext } from '../src/features/plan/plan-context.ts'
import { openSession } from '../src/features/plan/session/plan-session.ts'
import { adoptLocale, type Locale } from '../src/i18n/locale.ts'
import { takeStyles } from './take-styles.ts'

/** A plan, and whom it is shown to. */
export type PlanToRender = {
  /** Yjs updates that make the plan together. */
  updates: readonly Uint8Array[]
  project: ProjectSummary
  rights: Rights
  user: User
  locale: Locale
}

/** HTML of the page within the body; `styles`: rules that belong to it. */
export type RenderedPlan = { markup: string; styles: string }

/**
 * The page of a plan as the person's browser is about to show it, live: by the same components, so that nothing moves when they take over.
 * Calls must not overlap: the language is one for all.
 */
export function renderPlan({ updates, project, rights, user, locale }: PlanToRender): RenderedPlan {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  adoptLocale(locale)
  const client = new QueryClient()
  client.setQueryData(sessionQuery.queryKey, { user })
  client.setQueryData(projectQuery(project.id).queryKey, project)
  const session = openSession(project.id, doc, user)
  session.rights.change(rights)
  try {
    const markup = renderToStaticMarkup(
      <QueryClientProvider client={client}>
        <I18nProvider locale={languageTag(locale)}>
          <Router ssrPath={`/plans/${project.id}`}>
            <PlanContext value={session}>
              <PlanView status={<SaveStatus view={{ type: 'connecting', words: 'none' }} />} />
            </PlanContext>
          </Router>
        </I18nProvider>
      </QueryClientProvider>,
    )
    return takeStyles(markup)
  } finally {
    session.close()
    client.clear()
  }
}
