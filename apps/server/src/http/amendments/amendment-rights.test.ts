import { addNode } from '@concerte/schema'
import { expect, test } from 'vitest'

import { setupAmendments } from '../../testing/amended-plan.ts'
import { invite } from '../../testing/people.ts'
import type { Visitor } from '../../testing/visitor.ts'

test('[S4] in a locked axis nobody decides, and an editor decides in no axis of others, whatever the phase of theirs', async () => {
  const setup = await setupAmendments()
  const { admin, deps, visit, projectId, plan, change, ids, editor, reviewer, lead, axis } = setup
  // An editor whose working group has another axis.
  const other = visit()
  const otherId = await invite(admin, other, { projectId, role: 'editor', name: 'other' })
  const elsewhere = await change((opened) => addNode(opened, { type: 'axis' }))
  for (const [member, its] of [
    [otherId, elsewhere],
    [ids.editor, axis],
  ]) {
    await admin.send('POST', `${plan}/groups`, { name: 'Groupe', members: [member], axes: [its] })
  }
  const made = await setup.propose('reviewer', setup.wording('autre'))
  const decide = (person: Visitor) => setup.refused(person, made, { type: 'accept', reason: '' })
  expect(await decide(other)).toBe('not-your-axis')
  await lead.send('PUT', `${plan}/locks/${axis}`)
  expect(await decide(lead)).toBe('axis-locked')
  expect(await decide(editor)).toBe('axis-locked')
  await deps.storage.rights.setPhase(projectId, 'validation')
  expect(await decide(editor)).toBe('phase-forbids')
  expect(await decide(reviewer)).toBe('forbidden')
})
