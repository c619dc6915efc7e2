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
import { PlanView as PlanPage } from '../src/features/plan/page/plan-view.tsx'
import { PlanContext } from '../src/features/plan/plan-context.ts'
import { openSession } from '../src/features/plan/session/plan-session.ts'
import { adoptLocale, type Locale } from '../src/i18n/locale.ts'
import { takeStyles } from './take-styles.ts'

/** Whom a plan is shown to, and what is known of it beside its document. */
export type PlanView = {
  project: ProjectSummary
  rights: Rights
  user: User
  locale: Locale
}

/** HTML of the page within the body; `styles`: rules that belong to it. */
export type RenderedPlan = { markup: string; styles: string }

/** A plan that stays open for its next page: reading a long one takes ten times as long as its page. */
export type OpenedPlan = {
  /** Yjs updates that came since; those that it has already change nothing. */
  add: (updates: readonly Uint8Array[]) => void
  /**
   * The page as the person's browser is about to show it, live: by the same components, so that nothing moves when they take over.
   * Calls must not overlap: the language is one for all.
   */
  render: (view: PlanView) => RenderedPlan
}

/** `updates`: those that make the plan together. */
export function openPlan(updates: readonly Uint8Array[]): OpenedPlan {
  const doc = new Y.Doc()
  const add: OpenedPlan['add'] = (more) =>
    doc.transact(() => {
      for (const update of more) Y.applyUpdate(doc, update)
    })
  add(updates)
  return { add, render: (view) => renderPlan(doc, view) }
}

function renderPlan(doc: Y.Doc, { project, rights, user, locale }: PlanView): RenderedPlan {
  adoptLocale(locale)
  const client = new QueryClient()
  client.setQueryData(sessionQuery.queryKey, { user })
  client.setQueryData(projectQuery(project.id).queryKey, project)
  const session = openSession(project.id, doc, null)
  session.rights.change(rights)
  try {
    const markup = renderToStaticMarkup(
      <QueryClientProvider client={client}>
        <I18nProvider locale={languageTag(locale)}>
          <Router ssrPath={`/plans/${project.id}`}>
            <PlanContext value={session}>
              <PlanPage status={<SaveStatus view={{ type: 'connecting', words: 'none' }} />} />
            </PlanContext>
          </Router>
        </I18nProvider>
      </QueryClientProvider>,
    )
    return takeStyles(markup)
  } finally {
    // It destroys the document: Yjs takes all listeners from it then, and leaves it what it holds.
    session.close()
    client.clear()
  }
}
