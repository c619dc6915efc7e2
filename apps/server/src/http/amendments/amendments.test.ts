import {
  amendmentListSchema,
  amendmentSchema,
  notificationListSchema,
  trailSchema,
  versionListSchema,
  type Amendment,
} from '@concerte/api'
import {
  addNode,
  createNodeId,
  nodeIdSchema,
  nodeWords,
  plainToBlocks,
  readProject,
  setField,
  trashNode,
  type Proposal,
} from '@concerte/schema'
import { expect, test, vi } from 'vitest'

import { firstWords, measures, setupAmendments } from '../../testing/amended-plan.ts'
import { refusalCode } from '../../testing/visitor.ts'

test('whoever may comment proposes, and the amendment says by the session whose it is', async () => {
  const { reviewer, reader, plan, wording, ids } = await setupAmendments()
  const sent = {
    proposal: wording('un deux DEUX trois'),
    reason: 'Plus clair',
    cosigners: [],
    author: 'lead',
  }
  const made = await reviewer.read(amendmentSchema, 'POST', `${plan}/amendments`, sent)
  expect(made).toMatchObject({ number: 1, revision: 1, author: { userId: ids.reviewer, name: 'reviewer' } })
  expect(made.fate).toEqual({ type: 'open' })
  const { amendments } = await reader.read(amendmentListSchema, 'GET', `${plan}/amendments`)
  expect(amendments).toEqual([made])
  expect(await refusalCode(await reader.send('POST', `${plan}/amendments`, sent))).toBe('forbidden')
})

test('what changes nothing, what is gone, and what has no room is no amendment', async () => {
  const { reviewer, plan, wording, measure, action } = await setupAmendments()
  const refused = async (proposal: Proposal) =>
    refusalCode(await reviewer.send('POST', `${plan}/amendments`, { proposal, reason: '', cosigners: [] }))
  expect(await refused(wording(firstWords))).toBe('amendment-empty')
  expect(await refused({ ...wording('autre'), node: createNodeId() })).toBe('amendment-gone')
  expect(await refused({ ...wording('autre'), field: 'place' })).toBe('amendment-gone')
  const field = { type: 'field', node: action, base: null } as const
  expect(await refused({ ...field, field: 'place', value: 'x' })).toBe('invalid-request')
  expect(await refused({ ...field, field: 'lead', value: { value: '80 %' } })).toBe('invalid-request')
  expect(await refused({ ...field, field: 'lead', value: null })).toBe('amendment-empty')
  const draft = { type: 'entry', text: plainToBlocks('Nouvelle mesure') } as const
  expect(await refused({ type: 'add', at: { parent: measure, after: null }, draft })).toBe('invalid-request')
})

test('[S3] accepted words are in the plan, and they are their author’s', async () => {
  const { lead, ids, wording, propose, decide, words, deps, projectId, measure } = await setupAmendments()
  const made = await propose('reviewer', wording('un deux TROIS quatre cinq six'))
  const { amendment } = await decide(lead, made, { type: 'accept', reason: '' })
  expect(await words()).toBe('un deux TROIS quatre cinq six')
  expect(amendment.fate).toEqual({ type: 'accepted', withChanges: false, node: measure, reason: '' })
  expect(amendment.fates).toMatchObject([{ by: { userId: ids.lead, name: 'lead' } }])
  expect([...(await deps.rooms.owners(projectId)).values()]).toContain(ids.reviewer)
})

test('[A1] amendments on different words give the same text in whatever order they are accepted', async () => {
  const changes = [
    'UN deux trois quatre cinq six',
    'un deux trois QUATRE cinq six',
    'un deux trois quatre cinq six sept',
  ]
  const { lead, wording, propose, decide, words, write, change, action } = await setupAmendments()
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const node = await change((plan) => addNode(plan, { type: 'entry', parent: action, rubric: measures }))
    await write(firstWords, node)
    const made: Amendment[] = []
    for (const text of changes) made.push(await propose('reviewer', wording(text, node)))
    for (const index of order) await decide(lead, made[index]!, { type: 'accept', reason: '' })
    expect(await words(node)).toBe('UN deux trois QUATRE cinq six sept')
  }
})

test('[A2] words that came since stay, and where they are the same ones nothing is decided before they were seen', async () => {
  const { lead, wording, propose, decide, refused, write, words } = await setupAmendments()
  const made = await propose('reviewer', wording('un deux trois QUATRE cinq six'))
  await write('un deux trois quatre bis cinq six')
  expect(await refused(lead, made, { type: 'accept', reason: '' })).toBe('amendment-collision')
  expect(await words()).toBe('un deux trois quatre bis cinq six')
  const late = {
    type: 'accept',
    reason: 'Les deux',
    instead: synthesis('un deux trois quatre cinq six'),
  }
  expect(await refused(lead, made, late)).toBe('amendment-collision')
  const instead = synthesis('un deux trois quatre bis cinq six')
  expect(await refused(lead, made, { type: 'accept', reason: '', instead })).toBe('invalid-request')
  // Others go on elsewhere while the synthesis is written.
  await write('zéro un deux trois quatre bis cinq six')
  const { amendment } = await decide(lead, made, { type: 'accept', reason: 'Les deux', instead })
  expect(await words()).toBe('zéro un deux trois QUATRE bis cinq six')
  expect(amendment.fate).toMatchObject({ type: 'accepted', withChanges: true, reason: 'Les deux' })
})

test('[A2] a base that its author made up takes no words away that nobody was shown', async () => {
  const { lead, reviewer, plan, wording, propose, decide, write, words } = await setupAmendments()
  const made = await propose('reviewer', wording('un deux trois quatre CINQ six'))
  await write('un deux bis trois quatre cinq six')
  const proposal = {
    ...wording('un deux trois quatre CINQ six'),
    base: plainToBlocks('un deux bis trois quatre cinq six'),
  }
  const change = { proposal, reason: 'Mieux', cosigners: [], revision: made.revision }
  const improved = await reviewer.read(amendmentSchema, 'PUT', `${plan}/amendments/${made.id}`, change)
  // The base is what stood there, and that «bis» goes is in the proposal for all to see.
  expect(improved.proposal).toMatchObject({ base: plainToBlocks('un deux bis trois quatre cinq six') })
  expect(await decide(lead, improved, { type: 'accept', reason: '' })).toMatchObject({ others: [] })
  expect(await words()).toBe('un deux trois quatre CINQ six')
})

test('an amendment that its author improved meanwhile is not decided on unseen', async () => {
  const { lead, reviewer, plan, wording, propose, refused } = await setupAmendments()
  const made = await propose('reviewer', wording('un DEUX trois quatre cinq six'))
  const change = {
    proposal: wording('un 2 trois quatre cinq six'),
    reason: 'Mieux',
    cosigners: [],
    revision: 1,
  }
  const path = `${plan}/amendments/${made.id}`
  expect(await refusalCode(await lead.send('PUT', path, change))).toBe('forbidden')
  expect((await reviewer.read(amendmentSchema, 'PUT', path, change)).revision).toBe(2)
  expect(await refusalCode(await reviewer.send('PUT', path, change))).toBe('amendment-changed')
  expect(await refused(lead, made, { type: 'refuse', reason: 'Non' })).toBe('amendment-changed')
})

test('[A3] of many who decide at once one is followed, and the others are told who was first', async () => {
  const { lead, wording, propose, send, words, list, admin, plan } = await setupAmendments()
  const made = await propose('reviewer', wording('un deux trois quatre cinq SIX'))
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      send(
        index % 3 === 0 ? admin : lead,
        made,
        index % 2 === 0 ? { type: 'accept', reason: '' } : { type: 'refuse', reason: 'Non' },
      ),
    ),
  )
  const accepted = answers.filter(({ status }) => status === 200)
  expect(accepted).toHaveLength(1)
  const refusals = await Promise.all(
    answers
      .filter(({ status }) => status !== 200)
      .map(async (answer) => [answer.status, await answer.text()] as const),
  )
  for (const [status, text] of refusals) {
    expect(status).toBe(409)
    expect(text).toContain('amendment-decided')
    expect(text).toMatch(/\((Admin|lead), (Accepté|Refusé)\)/)
  }
  const [amendment] = await list()
  expect(amendment?.fates).toHaveLength(1)
  expect(await words()).toBe(
    amendment?.fate.type === 'accepted' ? 'un deux trois quatre cinq SIX' : 'un deux trois quatre cinq six',
  )
  const { entries } = await admin.read(trailSchema, 'GET', `${plan}/trail`)
  expect(entries.filter(({ event }) => event.type === 'amendment-decided')).toHaveLength(1)
})

test('[A3] where the server fell between the edit and the fate, deciding again heals it', async () => {
  const { lead, wording, propose, send, decide, write, words, list, deps } = await setupAmendments()
  const made = await propose('reviewer', wording('un deux trois quatre cinq SIX'))
  vi.spyOn(deps.storage.amendments, 'addFate').mockRejectedValueOnce(new Error('the disk is gone'))
  expect((await send(lead, made, { type: 'accept', reason: '' })).status).toBe(500)
  expect((await list())[0]?.fate.type).toBe('open')
  const { amendment } = await decide(lead, made, { type: 'accept', reason: '' })
  expect(amendment.fates).toHaveLength(1)
  expect(await words()).toBe('un deux trois quatre cinq SIX')
  // What takes it back was written before it: the acceptance that was healed is undone like any other.
  await write('zéro un deux trois quatre cinq SIX')
  const reopened = await decide(lead, made, { type: 'reopen', reason: '' })
  expect(reopened.amendment.fate).toMatchObject({ type: 'open', takenBack: 'all' })
  expect(await words()).toBe('zéro un deux trois quatre cinq six')
  // Words that others wrote themselves are nobody's to take back.
  await write('zéro un deux trois quatre cinq SIX')
  await decide(lead, made, { type: 'accept', reason: '' })
  const again = await decide(lead, made, { type: 'reopen', reason: '' })
  expect(again.amendment.fate).toMatchObject({ takenBack: 'nothing' })
})

test('[S4] a decision that waited while the plan was sealed changes nothing of it', async () => {
  const { lead, wording, propose, send, words, deps, projectId } = await setupAmendments()
  const made = await propose('reviewer', wording('un deux trois quatre cinq SIX'))
  vi.spyOn(deps.versions, 'keepBefore').mockImplementationOnce(async (plan, kind, userId) => {
    // What a seal does: the rights of before are void afterwards.
    await deps.holds.hold(projectId, () => deps.storage.rights.setPhase(projectId, 'final'))
    return deps.versions.keep({ projectId: plan, kind, name: '', userId })
  })
  expect(await refusalCode(await send(lead, made, { type: 'accept', reason: '' }))).toBe('unavailable')
  expect(await words()).toBe('un deux trois quatre cinq six')
  expect(await refusalCode(await send(lead, made, { type: 'accept', reason: '' }))).toBe('phase-forbids')
})

test('[A4] after an acceptance the others of that place are examined anew, and their authors told', async () => {
  const { lead, editor, wording, propose, decide, measure, ids } = await setupAmendments()
  const first = await propose('reviewer', wording('un deux trois quatre cinq SIX'))
  const same = await propose('editor', wording('un deux trois quatre cinq SIX'))
  const other = await propose('editor', wording('un deux trois quatre cinq 6'))
  const elsewhere = await propose('editor', wording('UN deux trois quatre cinq six'))
  const withdrawal = await propose('editor', { type: 'withdraw', node: measure, seen: '' })
  const { others } = await decide(lead, first, { type: 'accept', reason: '' })
  expect(others).toEqual([
    { id: same.id, number: 2, standing: 'done' },
    { id: other.id, number: 3, standing: 'collision' },
    { id: elsewhere.id, number: 4, standing: 'moved-on' },
    { id: withdrawal.id, number: 5, standing: 'collision' },
  ])
  const { notifications } = await editor.read(notificationListSchema, 'GET', '/api/notifications')
  const told = notifications.flatMap(({ notice }) =>
    notice.type === 'decision' ? [[notice.number, notice.fate]] : [],
  )
  expect(told.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([
    [2, 'done'],
    [3, 'collision'],
    [5, 'collision'],
  ])
  expect(ids.editor).not.toBe(ids.reviewer)
})

test('a decision is undone: the words go back as far as nobody changed them, and it is open again', async () => {
  const { lead, wording, propose, decide, write, words, refused } = await setupAmendments()
  const made = await propose('reviewer', wording('un DEUX trois quatre cinq SIX'))
  await decide(lead, made, { type: 'accept', reason: '' })
  await write('zéro un DEUX trois quatre cinq SIX')
  const { amendment } = await decide(lead, made, { type: 'reopen', reason: 'Trop tôt' })
  expect(await words()).toBe('zéro un deux trois quatre cinq six')
  expect(amendment.fate).toEqual({ type: 'open', reason: 'Trop tôt', takenBack: 'all' })
  expect(await refused(lead, made, { type: 'reopen', reason: '' })).toBe('amendment-changed')
  // What was decided once is decided again, and undone again where others changed a part of it.
  await decide(lead, made, { type: 'accept', reason: '' })
  await write('zéro un DEUX trois quatre cinq 6')
  const again = await decide(lead, made, { type: 'reopen', reason: '' })
  expect(again.amendment.fate).toMatchObject({ takenBack: 'some' })
  expect(await words()).toBe('zéro un deux trois quatre cinq 6')
  await decide(lead, made, { type: 'refuse', reason: 'Non' })
  const opened = await decide(lead, made, { type: 'reopen', reason: '' })
  expect(opened.amendment.fates.map(({ fate }) => fate.type)).toEqual([
    'accepted',
    'open',
    'accepted',
    'open',
    'refused',
    'open',
  ])
})

test('before the first of a series of decisions the plan is kept as it was', async () => {
  const { lead, wording, propose, decide, plan } = await setupAmendments()
  for (const text of ['UN deux trois quatre cinq six', 'un deux trois quatre cinq SIX']) {
    await decide(lead, await propose('reviewer', wording(text)), { type: 'accept', reason: '' })
  }
  const { versions } = await lead.read(versionListSchema, 'GET', `${plan}/versions`)
  expect(versions.map(({ kind }) => kind)).toEqual(['before-decisions'])
  const before = await lead.send('GET', `${plan}/versions/${versions[0]?.id}`)
  expect(await before.text()).toContain(firstWords)
})

test('each fate asks for its reason, leads where it says, and is told to those whom it concerns', async () => {
  const { lead, editor, reviewer, plan, wording, propose, decide, send, ids } = await setupAmendments()
  const make = (text: string) => propose('reviewer', wording(text), [ids.editor])
  const [one, two, three, four] = [
    await make('a deux trois quatre cinq six'),
    await make('un b trois quatre cinq six'),
    await make('un deux c quatre cinq six'),
    await make('un deux trois d cinq six'),
  ]
  for (const type of ['refuse', 'obsolete'] as const) {
    expect((await send(lead, one, { type, reason: ' ' })).status).toBe(400)
  }
  const supporting = `${plan}/amendments/${one.id}/support`
  expect((await editor.send('PUT', supporting)).status).toBe(204)
  expect(await refusalCode(await reviewer.send('PUT', supporting))).toBe('forbidden')
  const signing = `${plan}/amendments/${one.id}/signature`
  expect((await editor.send('PUT', signing)).status).toBe(204)
  expect(await refusalCode(await lead.send('PUT', signing))).toBe('forbidden')
  const fateOf = async (amendment: Amendment, decision: object) =>
    (await decide(lead, amendment, decision)).amendment.fate
  expect(await fateOf(one, { type: 'refuse', reason: 'Hors sujet' })).toEqual({
    type: 'refused',
    reason: 'Hors sujet',
  })
  expect(await fateOf(two, { type: 'refer', to: 'Groupe 3', reason: 'À voir' })).toMatchObject({
    to: 'Groupe 3',
  })
  expect(await fateOf(three, { type: 'merge', into: four.id, reason: 'Même idée' })).toMatchObject({
    into: four.id,
  })
  expect((await send(lead, four, { type: 'merge', into: four.id, reason: 'Soi-même' })).status).toBe(404)
  expect((await send(lead, four, { type: 'merge', into: one.id, reason: 'Refusé' })).status).toBe(409)
  expect(await fateOf(four, { type: 'obsolete', reason: 'Déjà fait' })).toMatchObject({ type: 'obsolete' })
  for (const person of [reviewer, editor]) {
    const { notifications } = await person.read(notificationListSchema, 'GET', '/api/notifications')
    const decided = notifications.filter(({ notice }) => notice.type === 'decision')
    expect(decided.map(({ notice }) => notice)).toContainEqual(
      expect.objectContaining({ number: 1, fate: 'refused', reason: 'Hors sujet', by: 'lead' }),
    )
  }
})

test('its author withdraws it while it is open, and nobody decides on it or brings it back any more', async () => {
  const { lead, reviewer, plan, wording, propose, refused } = await setupAmendments()
  const made = await propose('reviewer', wording('un'))
  const path = `${plan}/amendments/${made.id}/withdrawal`
  expect(await refusalCode(await lead.send('POST', path, { reason: '' }))).toBe('forbidden')
  const withdrawn = await reviewer.read(amendmentSchema, 'POST', path, { reason: 'Erreur' })
  expect(withdrawn.fate).toEqual({ type: 'withdrawn', reason: 'Erreur' })
  expect(await refusalCode(await reviewer.send('POST', path, { reason: '' }))).toBe('amendment-changed')
  for (const type of ['refuse', 'reopen'] as const) {
    expect(await refused(lead, made, { type, reason: 'Non' })).toBe('amendment-decided')
  }
})

test('fields, additions, moves and withdrawals are proposed, accepted and taken back', async () => {
  const { lead, propose, decide, refused, read, change, write, words, action, axis, measure, indicator } =
    await setupAmendments()
  const target = { value: '85 %', date: '2028' }
  const field = await propose('reviewer', {
    type: 'field',
    node: indicator,
    field: 'target',
    base: null,
    value: target,
  })
  await decide(lead, field, { type: 'accept', reason: '' })
  expect(await read((plan) => JSON.stringify(readProject(plan.doc)))).toContain('"target":{"value":"85 %"')
  await decide(lead, field, { type: 'reopen', reason: '' })
  expect(await read((plan) => JSON.stringify(readProject(plan.doc)))).not.toContain('85 %')
  await change((plan) => setField(plan, indicator, 'entry', 'target', { value: '90 %' }))
  expect(await refused(lead, field, { type: 'accept', reason: '' })).toBe('amendment-collision')

  const addition = await propose('reviewer', {
    type: 'add',
    at: { parent: axis, after: action },
    draft: {
      type: 'action',
      title: plainToBlocks('Écrire'),
      lead: 'IEN',
      rubrics: [{ rubric: measures, entries: [{ type: 'entry', text: plainToBlocks('Un carnet') }] }],
    },
  })
  const added = (await decide(lead, addition, { type: 'accept', reason: '' })).amendment.fate
  const node = added.type === 'accepted' ? added.node : ''
  expect(await read((plan) => nodeWords(plan, node))).toBe('Écrire\nIEN\nUn carnet')
  expect((await decide(lead, addition, { type: 'reopen', reason: '' })).amendment.fate).toMatchObject({
    takenBack: 'all',
  })
  await decide(lead, addition, { type: 'accept', reason: '' })
  await change((plan) => setField(plan, nodeIdSchema.parse(node), 'action', 'partners', 'Collèges'))
  expect((await decide(lead, addition, { type: 'reopen', reason: '' })).amendment.fate).toMatchObject({
    takenBack: 'nothing',
  })

  const move = await propose('reviewer', {
    type: 'move',
    node: measure,
    base: { parent: action, rubric: measures, after: null },
    to: { parent: nodeIdSchema.parse(node), rubric: measures, after: null },
  })
  await decide(lead, move, { type: 'accept', reason: '' })
  expect(await read((plan) => nodeWords(plan, node))).toContain('un deux')
  await decide(lead, move, { type: 'reopen', reason: '' })
  expect(await read((plan) => nodeWords(plan, action))).toContain('un deux')

  const withdrawal = await propose('reviewer', { type: 'withdraw', node: measure, seen: '' })
  await write('un deux trois')
  expect(await refused(lead, withdrawal, { type: 'accept', reason: '' })).toBe('amendment-collision')
  const instead = { type: 'withdraw', seen: 'un deux trois' }
  await decide(lead, withdrawal, { type: 'accept', reason: '', instead })
  expect(await read((plan) => nodeWords(plan, action))).not.toContain('un deux')
  await decide(lead, withdrawal, { type: 'reopen', reason: '' })
  expect(await read((plan) => nodeWords(plan, action))).toContain('un deux')
  expect(await words()).toBe('un deux trois')
})

test('what has lost its place is accepted at another one, with a reason, where the decider may decide', async () => {
  const { lead, editor, ids, admin, plan, axis, action, measure, propose, decide, refused, change, read } =
    await setupAmendments()
  const [gone, elsewhere] = await change((opened) => [
    addNode(opened, { type: 'action', parent: axis }),
    addNode(opened, { type: 'action', parent: addNode(opened, { type: 'axis' }) }),
  ])
  const at = (parent: typeof action) => ({ parent, rubric: measures, after: null })
  const draft = { type: 'entry' as const, text: plainToBlocks('Ajoutée') }
  const addition = await propose('reviewer', { type: 'add', at: at(gone), draft })
  const move = await propose('reviewer', { type: 'move', node: measure, base: at(action), to: at(gone) })
  await change((opened) => trashNode(opened, gone, { by: null, at: null }))
  await admin.send('POST', `${plan}/groups`, { name: 'Groupe', members: [ids.editor], axes: [axis] })

  for (const made of [addition, move]) {
    expect(await refused(lead, made, accept())).toBe('amendment-collision')
  }
  const added = { type: 'add', at: at(elsewhere), draft }
  expect(await refused(editor, addition, accept(added))).toBe('not-your-axis')
  expect(await refused(lead, addition, accept(added, ''))).toBe('invalid-request')
  const { amendment } = await decide(lead, addition, accept(added))
  expect(amendment.fate).toMatchObject({ type: 'accepted', withChanges: true })
  const moved = { type: 'move', seen: at(action), to: at(elsewhere) }
  expect(await refused(editor, move, accept(moved))).toBe('not-your-axis')
  expect((await decide(lead, move, accept(moved))).amendment.fate).toMatchObject({ withChanges: true })
  expect(await read((opened) => nodeWords(opened, elsewhere))).toBe(`${firstWords}\nAjoutée`)
})

function accept(instead?: object, reason = 'Sa place a été retirée') {
  return { type: 'accept', reason, instead }
}

function synthesis(seen: string) {
  return {
    type: 'text',
    seen: plainToBlocks(seen),
    text: plainToBlocks('un deux trois QUATRE bis cinq six'),
  }
}
