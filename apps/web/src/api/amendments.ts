import {
  amendmentListSchema,
  amendmentRevisionsSchema,
  amendmentSchema,
  decisionResultSchema,
  type Amendment,
  type AmendmentChange,
  type AmendmentId,
  type Decision,
  type DecisionResult,
  type NewAmendment,
  type ProjectId,
} from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { currentLocale } from '../i18n/locale.ts'
import { projectPath } from './projects.ts'
import { getFile, getJson, sendJson, sendOnly } from './request.ts'

/** All amendments of a plan, by number. */
export const amendmentsQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'amendments'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/amendments`, amendmentListSchema, { signal }),
    select: (answer) => answer.amendments,
  })

export function propose(project: ProjectId, amendment: NewAmendment): Promise<Amendment> {
  return sendJson('POST', `${projectPath(project)}/amendments`, amendment, amendmentSchema)
}

/** Fails with `amendment-changed` when another revision than the one that was improved stands there by now. */
export function improve(project: ProjectId, id: AmendmentId, change: AmendmentChange): Promise<Amendment> {
  return sendJson('PUT', amendmentPath(project, id), change, amendmentSchema)
}

export function withdraw(project: ProjectId, id: AmendmentId, reason: string): Promise<Amendment> {
  return sendJson('POST', `${amendmentPath(project, id)}/withdrawal`, { reason }, amendmentSchema)
}

export function setSupport(project: ProjectId, id: AmendmentId, supports: boolean): Promise<void> {
  return sendOnly(supports ? 'PUT' : 'DELETE', `${amendmentPath(project, id)}/support`)
}

export function setSignature(project: ProjectId, id: AmendmentId, signs: boolean): Promise<void> {
  return sendOnly(signs ? 'PUT' : 'DELETE', `${amendmentPath(project, id)}/signature`)
}

/** Fails with `amendment-collision` when the words cannot be brought together, `amendment-decided` when somebody was quicker. */
export function decide(project: ProjectId, id: AmendmentId, decision: Decision): Promise<DecisionResult> {
  return sendJson('POST', `${amendmentPath(project, id)}/decisions`, decision, decisionResultSchema)
}

/** What an amendment said each time, oldest first, up to a revision. */
export const revisionsQuery = (project: ProjectId, id: AmendmentId, revision: number) =>
  queryOptions({
    queryKey: ['project', project, 'revisions', id, revision],
    queryFn: ({ signal }) =>
      getJson(`${amendmentPath(project, id)}/revisions`, amendmentRevisionsSchema, { signal }),
    select: (answer) => answer.revisions,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** All amendments as a table, in the reader's language, as `downloadBlob` takes them. */
export function amendmentsCsv(project: ProjectId): Promise<{ blob: Blob; name: string | null }> {
  return getFile(`${projectPath(project)}/amendments.csv?locale=${currentLocale()}`)
}

function amendmentPath(project: ProjectId, id: AmendmentId): string {
  return `${projectPath(project)}/amendments/${encodeURIComponent(id)}`
}
