import type { Permission, Phase } from '@concerte/schema'

import { usualMail } from '../../notices/usual-mail.ts'

/** In the order in which they ask. Administrators are leads everywhere; they need not be members. */
export const people = ['anonymous', 'stranger', 'reader', 'reviewer', 'editor', 'lead', 'admin'] as const
export type Person = (typeof people)[number]

/**
 * One request. `needs`: nothing, to be signed in, to be a member, or a permission. `answer`: what those who have it are answered,
 * the status, with the code of the error where it is one: what they ask need not be possible. `at`: the word (see the set-up) that stands
 * for a parameter of the path, or the parameter itself.
 */
export type Row = {
  route: string
  needs: 'nothing' | 'session' | 'member' | Permission
  answer: string | readonly string[] | ((of: { person: Person; phase: Phase }) => string)
  body?: unknown
  at?: Record<string, string>
}

const plan = '/api/projects/:projectId'
const amendment = `${plan}/amendments/:amendmentId`
const thread = `${plan}/threads/:threadId`

const comment = { body: 'Remarque', mentions: [] }
export const newThread = { subject: { type: 'node', node: 'cover' }, ...comment }
const mention = (text: string) => [{ type: 'paragraph', content: [{ text }] }]
/** Of the cover: in no axis, so that no working group and no lock has a say. */
export function newAmendment(text: string, cosigners: string[] = []) {
  const proposal = { type: 'text', node: 'cover', field: 'mention', base: [], text: mention(text) }
  return { proposal, reason: '', cosigners }
}
const improved = { ...newAmendment('Mieux'), revision: 1 }
const refusal = { type: 'refuse', revision: 1, reason: 'Non' }
const group = { name: 'Groupe', members: [], axes: [] }
const noDays = { startsOn: null, endsOn: null }
const noHash = '0'.repeat(64)
const link = { role: 'reader', expiresInDays: 1, reusable: true }
const milestone = { name: 'Jalon', isMilestone: true }
const own = { amendmentId: 'ownAmendment', threadId: 'ownThread', commentId: 'ownComment' }
const ownOther = { amendmentId: 'ownOther' }
const none = { userId: 'nobody', groupId: 'no-such-group', versionId: 'no-such-version' }
const whenSealed = ({ phase }: { phase: Phase }) => (phase === 'final' ? '200' : '404')
const notTheirs = '403 forbidden'

export const rows: Row[] = [
  { route: 'GET /api/session', needs: 'nothing', answer: '200' },
  { route: 'GET /api/setup', needs: 'nothing', answer: '200' },
  { route: 'GET /api/openapi.json', needs: 'nothing', answer: '200' },
  { route: 'GET /api/projects', needs: 'session', answer: '200' },
  { route: `GET ${plan}`, needs: 'member', answer: '200' },
  { route: `GET ${plan}/rights`, needs: 'member', answer: '200' },

  { route: `GET ${plan}/members`, needs: 'member', answer: '200' },
  { route: `PUT ${plan}/members/:userId`, needs: 'manage', answer: '204', body: { role: 'reader' } },
  {
    route: `PUT ${plan}/members/:userId`,
    needs: 'manage',
    answer: '404 not-found',
    body: { role: 'lead' },
    at: none,
  },
  { route: `DELETE ${plan}/members/:userId`, needs: 'manage', answer: '404 not-found', at: none },
  { route: `GET ${plan}/invitations`, needs: 'manage', answer: '200' },
  { route: `POST ${plan}/invitations`, needs: 'manage', answer: '200', body: link },
  { route: `DELETE ${plan}/invitations/:invitationId`, needs: 'manage', answer: '204' },
  { route: 'GET /api/invitations/:token', needs: 'nothing', answer: '200' },
  {
    route: 'POST /api/invitations/:token/accept',
    needs: 'nothing',
    answer: '404 invitation-invalid',
    body: {},
    at: { token: 'no-such-token' },
  },

  { route: `GET ${plan}/phase`, needs: 'member', answer: '200' },
  // The phase that it has; the others are brought about by the walk.
  { route: `PUT ${plan}/phase`, needs: 'manage', answer: '204', body: { phase: 'now' } },
  {
    route: `PUT ${plan}/phases/:phase`,
    needs: 'manage',
    answer: '204',
    body: noDays,
    at: { phase: 'review' },
  },
  { route: `GET ${plan}/groups`, needs: 'member', answer: '200' },
  { route: `POST ${plan}/groups`, needs: 'manage', answer: '200', body: group },
  { route: `PUT ${plan}/groups/:groupId`, needs: 'manage', answer: '204', body: group },
  // The lead's request dissolves it.
  { route: `DELETE ${plan}/groups/:groupId`, needs: 'manage', answer: ['204', '404 not-found'] },
  { route: `GET ${plan}/locks`, needs: 'member', answer: '200' },
  { route: `PUT ${plan}/locks/:axisId`, needs: 'manage', answer: '204' },
  { route: `DELETE ${plan}/locks/:axisId`, needs: 'manage', answer: '204' },

  { route: `GET ${plan}/validation`, needs: 'member', answer: '200' },
  { route: `GET ${plan}/seal/readiness`, needs: 'member', answer: '200' },
  { route: `PUT ${plan}/approvers`, needs: 'manage', answer: '204', body: { approvers: [] } },
  { route: `PUT ${plan}/approval`, needs: 'approve', answer: '409 text-changed', body: { sha256: noHash } },
  { route: `DELETE ${plan}/approval`, needs: 'approve', answer: '204' },
  {
    route: `POST ${plan}/seal`,
    needs: 'seal',
    answer: '409 approvals-missing',
    body: { sha256: noHash, name: 'Finale' },
  },
  { route: 'GET /public/:projectId', needs: 'nothing', answer: whenSealed },
  { route: 'GET /public/:projectId/:revision', needs: 'nothing', answer: whenSealed, at: { revision: '1' } },
  {
    route: 'GET /public/:projectId/:revision/:file',
    needs: 'nothing',
    answer: whenSealed,
    at: { revision: '1', file: 'projet.json' },
  },
  { route: 'GET /public/*', needs: 'nothing', answer: '404' },
  { route: `GET ${plan}/trail`, needs: 'readTrail', answer: '200' },

  { route: `GET ${plan}/amendments`, needs: 'member', answer: '200' },
  { route: `GET ${plan}/amendments.csv`, needs: 'member', answer: '200' },
  { route: `GET ${amendment}/revisions`, needs: 'member', answer: '200' },
  { route: `POST ${plan}/amendments`, needs: 'propose', answer: '200', body: newAmendment('Ensemble') },
  { route: `PUT ${amendment}`, needs: 'propose', answer: '200', body: improved, at: own },
  { route: `PUT ${amendment}`, needs: 'propose', answer: notTheirs, body: improved },
  { route: `PUT ${amendment}/support`, needs: 'propose', answer: '204' },
  { route: `PUT ${amendment}/support`, needs: 'propose', answer: notTheirs, at: own },
  { route: `DELETE ${amendment}/support`, needs: 'propose', answer: '204' },
  // Members were asked to sign.
  {
    route: `PUT ${amendment}/signature`,
    needs: 'propose',
    answer: ({ person }) => (person === 'admin' ? notTheirs : '204'),
  },
  {
    route: `DELETE ${amendment}/signature`,
    needs: 'propose',
    answer: ({ person }) => (person === 'admin' ? notTheirs : '204'),
  },
  { route: `POST ${amendment}/withdrawal`, needs: 'comment', answer: notTheirs, body: { reason: '' } },
  // Taking back is no proposing: it is for whoever may still speak.
  {
    route: `POST ${amendment}/withdrawal`,
    needs: 'comment',
    answer: '200',
    body: { reason: '' },
    at: ownOther,
  },
  // One decides, the others are told so.
  {
    route: `POST ${amendment}/decisions`,
    needs: 'decide',
    answer: ['200', '409 amendment-decided'],
    body: refusal,
  },

  { route: `GET ${plan}/threads`, needs: 'member', answer: '200' },
  { route: `POST ${plan}/threads`, needs: 'comment', answer: '200', body: newThread },
  { route: `PATCH ${thread}`, needs: 'comment', answer: '200', body: { resolved: true } },
  { route: `PUT ${thread}/read`, needs: 'member', answer: '204', body: { upTo: 1 } },
  { route: `POST ${thread}/comments`, needs: 'comment', answer: '200', body: comment },
  { route: `PUT ${thread}/comments/:commentId`, needs: 'comment', answer: notTheirs, body: comment },
  { route: `PUT ${thread}/comments/:commentId`, needs: 'comment', answer: '200', body: comment, at: own },
  { route: `DELETE ${thread}/comments/:commentId`, needs: 'comment', answer: notTheirs },
  { route: `DELETE ${thread}/comments/:commentId`, needs: 'comment', answer: '204', at: own },

  { route: `GET ${plan}/versions`, needs: 'member', answer: '200' },
  { route: `POST ${plan}/versions`, needs: 'nameVersion', answer: '200', body: { name: 'Jalon' } },
  { route: `GET ${plan}/versions/:versionId`, needs: 'member', answer: '200' },
  { route: `PUT ${plan}/versions/:versionId`, needs: 'nameVersion', answer: '200', body: milestone },
  { route: `GET ${plan}/versions/:versionId/comparison`, needs: 'member', answer: '200' },
  {
    route: `POST ${plan}/restorations`,
    needs: 'restore',
    answer: '404 not-found',
    body: { versionId: 'no-such-version', scope: { type: 'plan' } },
  },
  { route: `GET ${plan}/export/:format`, needs: 'member', answer: '200', at: { format: 'json' } },
  { route: `GET ${plan}/authors`, needs: 'member', answer: '200' },
  { route: `GET ${plan}/authorship`, needs: 'member', answer: '200' },

  { route: 'GET /api/notifications', needs: 'session', answer: '200' },
  { route: 'POST /api/notifications/read', needs: 'session', answer: '204', body: {} },
  { route: 'GET /api/notifications/preferences', needs: 'session', answer: '200' },
  { route: 'PUT /api/notifications/preferences', needs: 'session', answer: '204', body: { mail: usualMail } },
  ...['GET', 'POST'].map((method): Row => {
    const route = `${method} /api/notifications/stop/:token`
    return { route, needs: 'nothing', answer: '404 not-found', at: { token: 'no-such-token' } }
  }),
  {
    route: 'POST /api/projects/import',
    needs: 'session',
    answer: '422 file-unreadable',
    body: { neither: 'text nor plan' },
  },
  {
    route: 'POST /api/projects',
    needs: 'session',
    answer: '200',
    body: { template: 'actions', academy: 'Lille', period: null },
  },
  // Last: who may brings the plan to another phase, in which nobody may any more.
  {
    route: `POST ${plan}/reopening`,
    needs: 'reopen',
    answer: ({ person }) => (person === 'lead' ? '204' : '403 phase-forbids'),
    body: { reason: 'Erreur', phase: 'review' },
  },
]

/** Routes that are nobody's in particular, and where they are tested. */
export const elsewhere = {
  'POST /api/session': 'accounts/accounts.test.ts',
  'DELETE /api/session': 'accounts/accounts.test.ts',
  'POST /api/setup': 'accounts/accounts.test.ts',
}
