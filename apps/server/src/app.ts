import type { Connection } from '@concerte/sync'

import type { Deps } from './deps.ts'
import { createAccess } from './http/access.ts'
import { answerError } from './http/answer-error.ts'
import { createApi, type Api } from './http/api.ts'
import { addAmendments } from './http/amendments/add-amendments.ts'
import { addListAuthors } from './http/authors/list-authors.ts'
import { addReadAuthorship } from './http/authors/read-authorship.ts'
import { addExportProject } from './http/export-project.ts'
import { addChangeGroup } from './http/groups/change-group.ts'
import { addCreateGroup } from './http/groups/create-group.ts'
import { addListGroups } from './http/groups/list-groups.ts'
import { addRemoveGroup } from './http/groups/remove-group.ts'
import { addListNotifications } from './http/notifications/list-notifications.ts'
import { addMailChoices } from './http/notifications/mail-choices.ts'
import { addMarkNotificationsRead } from './http/notifications/mark-notifications-read.ts'
import { addStopMail } from './http/notifications/stop-mail.ts'
import { addChangeComment } from './http/threads/change-comment.ts'
import { addChangeThread } from './http/threads/change-thread.ts'
import { addCreateComment } from './http/threads/create-comment.ts'
import { addCreateThread } from './http/threads/create-thread.ts'
import { addListThreads } from './http/threads/list-threads.ts'
import { addMarkThreadRead } from './http/threads/mark-thread-read.ts'
import { addRemoveComment } from './http/threads/remove-comment.ts'
import { addHealth } from './http/health.ts'
import { addMetrics } from './http/metrics.ts'
import { addAcceptInvitation } from './http/invitations/accept-invitation.ts'
import { addCreateInvitation } from './http/invitations/create-invitation.ts'
import { addListInvitations } from './http/invitations/list-invitations.ts'
import { addPreviewInvitation } from './http/invitations/preview-invitation.ts'
import { addRevokeInvitation } from './http/invitations/revoke-invitation.ts'
import { addListLocks } from './http/locks/list-locks.ts'
import { addLockAxis } from './http/locks/lock-axis.ts'
import { addUnlockAxis } from './http/locks/unlock-axis.ts'
import { addChangeMember } from './http/members/change-member.ts'
import { addListMembers } from './http/members/list-members.ts'
import { addRemoveMember } from './http/members/remove-member.ts'
import { jsonLimit } from './http/middleware/json-limit.ts'
import { requestContext } from './http/middleware/request-context.ts'
import { requestMetrics } from './http/middleware/request-metrics.ts'
import { requestLog } from './http/middleware/request-log.ts'
import { sameOrigin } from './http/middleware/same-origin.ts'
import { securityHeaders } from './http/middleware/security-headers.ts'
import { trailNews } from './http/middleware/trail-news.ts'
import { addOpenApi } from './http/openapi.ts'
import { addPlanPage } from './http/plan-page.ts'
import { addChangePhase } from './http/phase/change-phase.ts'
import { addDatePhase } from './http/phase/date-phase.ts'
import { addReadPhase } from './http/phase/read-phase.ts'
import { addCreateProject } from './http/projects/create-project.ts'
import { addImportProject } from './http/projects/import-project.ts'
import { addListProjects } from './http/projects/list-projects.ts'
import { addReadProject } from './http/projects/read-project.ts'
import { addPublicPlan } from './http/public/public-plan.ts'
import { addReadRights } from './http/read-rights.ts'
import { addReadReadiness } from './http/seal/read-readiness.ts'
import { addReopenPlan } from './http/seal/reopen-plan.ts'
import { addSealPlan } from './http/seal/seal-plan.ts'
import { addReadSession } from './http/session/read-session.ts'
import { addSignIn } from './http/session/sign-in.ts'
import { addSignOut } from './http/session/sign-out.ts'
import { addReadSetup } from './http/setup/read-setup.ts'
import { addSetUp } from './http/setup/set-up.ts'
import { addReadTrail } from './http/trail/read-trail.ts'
import { addChangeVersion } from './http/versions/change-version.ts'
import { addCompareVersions } from './http/versions/compare-versions.ts'
import { addCreateRestoration } from './http/versions/create-restoration.ts'
import { addCreateVersion } from './http/versions/create-version.ts'
import { addListVersions } from './http/versions/list-versions.ts'
import { addReadVersion } from './http/versions/read-version.ts'
import { addApprove } from './http/validation/approve.ts'
import { addNameApprovers } from './http/validation/name-approvers.ts'
import { addReadValidation } from './http/validation/read-validation.ts'
import { addWithdrawApproval } from './http/validation/withdraw-approval.ts'
import { addWebApp } from './http/web-app.ts'
import { ApiError } from './api-error.ts'
import { accessOf } from './ws/access-of-socket.ts'
import { createDoor } from './ws/enter-plan.ts'
import { addHttpLines } from './ws/http-line-routes.ts'
import { limitHandshakes } from './ws/handshake-limits.ts'
import { createNewsDoor } from './ws/news-door.ts'
import { planSocket } from './ws/plan-socket.ts'

/** Where the server stands: its address for people, the origins whose pages may call it, the proxies before it. */
export type Site = {
  publicUrl: URL
  allowedOrigins: ReadonlySet<string>
  trustedProxies: number
  metricsToken: string | null
}

/** Every route, in one table. The order of the first four matters: each may rely on those before it. */
export function createApp(deps: Deps, site: Site): Api {
  const { accounts, limits, log, notify, nowMs, rooms, setupToken, sockets, storage } = deps
  const { groups, invitations, locks, members, projects } = storage
  const now = () => new Date(nowMs()).toISOString()
  const access = createAccess(accounts, storage)
  const door = createDoor({
    accounts,
    accessOf: async (user, projectId) => accessOf(storage, await storage.lineage.read(), user, projectId),
    holds: deps.holds,
  })
  const api = createApi()

  api.onError((error, c) => answerError(error, c, log))
  api.notFound((c) => answerError(new ApiError('not-found'), c, log))
  api.use('*', requestContext(site.trustedProxies))
  api.use('*', requestLog(log, nowMs))
  api.use('*', requestMetrics(deps.metrics))
  api.use('*', securityHeaders(site.publicUrl.protocol === 'https:'))
  api.use('*', sameOrigin(site.allowedOrigins))
  api.use('/api/*', jsonLimit())
  api.use('/api/projects/*', trailNews(rooms))

  addReadSession(api, accounts)
  addSignIn(api, accounts, limits)
  addSignOut(api, accounts, sockets)
  addReadSetup(api, storage.accounts)
  addSetUp(api, { accounts, store: storage.accounts, limits, setupToken })

  addListProjects(api, access, projects)
  addCreateProject(api, access, projects)
  addImportProject(api, access, storage, deps.readPlanFile)
  addReadProject(api, access)
  addExportProject(api, { access, rooms, storage, writePlan: deps.writePlan })

  addListMembers(api, access, members)
  addChangeMember(api, access, storage, rooms, notify)
  addRemoveMember(api, access, storage, rooms)

  addReadRights(api, access, storage)
  addReadPhase(api, access, storage.phases)
  addChangePhase(api, { access, storage, rooms, notify })
  addDatePhase(api, access, storage.phases, rooms)
  addListGroups(api, access, groups)
  addCreateGroup(api, access, storage, rooms)
  addChangeGroup(api, access, storage, rooms)
  addRemoveGroup(api, access, storage, rooms)
  addListLocks(api, access, locks)
  addLockAxis(api, access, storage, rooms)
  addUnlockAxis(api, access, storage, rooms)

  addCreateInvitation(api, { access, storage, publicUrl: site.publicUrl, nowMs })
  addListInvitations(api, access, invitations, now)
  addRevokeInvitation(api, access, storage)
  addPreviewInvitation(api, storage, limits)
  addAcceptInvitation(api, { accounts, storage, limits, rooms, notify })

  const { approvals, seals } = storage
  const { digestPlan: digest, sealPlan } = deps
  addReadValidation(api, access, storage, digest)
  addNameApprovers(api, { access, approvals, rooms, notify })
  addApprove(api, { access, approvals, rooms, digest })
  addWithdrawApproval(api, { access, approvals, rooms, digest })
  addReadReadiness(api, access, seals, digest)
  addSealPlan(api, { access, members, rooms, sealPlan, notify })
  addReopenPlan(api, { access, storage, rooms, notify })
  addPublicPlan(api, seals)

  addReadTrail(api, access, storage)

  addAmendments(api, { ...deps, access })

  const threadRoutes = {
    access,
    threads: storage.threads,
    notifications: storage.notifications,
    rooms,
    notify,
  }
  addListThreads(api, access, storage)
  addCreateThread(api, threadRoutes)
  addCreateComment(api, threadRoutes)
  addChangeComment(api, threadRoutes)
  addRemoveComment(api, threadRoutes)
  addChangeThread(api, threadRoutes)
  addMarkThreadRead(api, access, storage)

  addListNotifications(api, access, storage)
  addMarkNotificationsRead(api, access, storage)
  addMailChoices(api, access, { notifications: storage.notifications, mailWorks: deps.mailWorks })
  addStopMail(api, { notifications: storage.notifications, mailStop: deps.mailStop })

  addListAuthors(api, access, storage.accounts, rooms)
  addReadAuthorship(api, access, storage.accounts, rooms)

  addCreateVersion(api, access, storage, deps.versions)
  addChangeVersion(api, access, storage, rooms)
  addListVersions(api, access, storage)
  addReadVersion(api, access, storage)
  addCompareVersions(api, access, deps.versions)
  addCreateRestoration(api, access, storage, deps.versions)

  addOpenApi(api)
  addHealth(api, storage)
  addMetrics(api, { metrics: deps.metrics, counts: () => rooms.counts(), site })
  const { handshakes, timing } = deps
  const planLine = { path: '/sync/:projectId', door, rooms } as const
  const newsLine = {
    path: '/sync/:projectId/news',
    door: createNewsDoor(accounts, door),
    rooms: { join: (of: string, connection: Connection) => rooms.listen(of, connection) },
  } as const
  for (const line of [planLine, newsLine]) {
    api.get(line.path, limitHandshakes(handshakes), planSocket({ ...line, sockets, log }))
    addHttpLines(api, { ...line, accounts, handshakes, sockets, timing, log })
  }
  addPlanPage(api, { access, storage, renderPlan: deps.renderPlan, webDir: deps.webDir, log })
  addWebApp(api, deps.webDir)
  return api
}
