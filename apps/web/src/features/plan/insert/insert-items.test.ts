import { addNode, groupActions, toRights, type NodeId } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createPlanRights } from '../rights/plan-rights.ts'
import { createPlanStore } from '../store/plan-store.ts'
import { insertItems, matchingItems } from './insert-items.ts'
import { fr } from './messages.fr.ts'

function setupPlan() {
  const { plan, project } = createSmallPlan()
  const axis = project.axes[0]!.id
  const action = project.axes[0]!.content[0]!.id
  const entry = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  const store = createPlanStore(plan)
  const rights = createPlanRights(store)
  const as = (role: 'lead' | 'editor', groupAxes: NodeId[] | null = null) =>
    rights.change(toRights({ role, phase: 'drafting', groupAxes, locked: [] }))
  as('lead')
  const offered = (node: string, hasLists = false) =>
    insertItems({ store, rights }, node, hasLists, fr).map(({ label }) => label)
  return { plan, store, rights, axis, action, entry, as, offered }
}

it('offers a lead, at an entry, what its action, its axis and the plan may hold, the nearest first', () => {
  const { entry, axis, offered } = setupPlan()
  const all = ['Mesure', 'Indicateur', 'Action', 'Groupe d’actions', 'Axe']
  expect(offered(entry, true)).toEqual([...all, 'Liste à puces', 'Liste numérotée'])
  expect(offered(axis)).toEqual(['Action', 'Groupe d’actions', 'Axe'])
  expect(offered('cover')).toEqual(['Axe', 'Partie liminaire', 'Annexe'])
})

it('[S4] offers an editor what stands in the axes of their groups', () => {
  const { axis, entry, as, offered } = setupPlan()
  as('editor', [axis])
  expect(offered(entry)).toEqual(['Mesure', 'Indicateur', 'Action', 'Groupe d’actions'])
  as('editor', [])
  expect(offered(entry, true)).toEqual(['Liste à puces', 'Liste numérotée'])
})

it('an action comes after the one where one is, in its group; an entry of the same kind after the entry', () => {
  const { plan, store, rights, axis, action, entry } = setupPlan()
  addNode(plan, { type: 'action', parent: axis })
  const group = groupActions(plan, axis, [action])
  const items = insertItems({ store, rights }, entry, false, fr)
  const at = (label: string) => items.find((item) => item.label === label)
  expect(at('Action')).toMatchObject({ added: { type: 'action', parent: group }, index: 1 })
  expect(at('Groupe d’actions')).toMatchObject({ added: { type: 'group', parent: axis }, index: 1 })
  expect(at('Mesure')).toMatchObject({ added: { rubric: 'measures' }, index: 1 })
  expect(at('Indicateur')).toMatchObject({ added: { rubric: 'indicators' }, index: undefined })
})

it('finds what is meant by the beginnings of words, without their accents and capitals', () => {
  const { store, rights, entry } = setupPlan()
  const items = insertItems({ store, rights }, entry, true, fr)
  const found = (query: string) => matchingItems(items, query).map(({ label }) => label)
  expect(found('')).toHaveLength(items.length)
  expect(found('IND')).toEqual(['Indicateur'])
  expect(found('numero')).toEqual(['Liste numérotée'])
  expect(found('liste pu')).toEqual(['Liste à puces'])
  expect(found('groupe')).toEqual(['Groupe d’actions'])
  expect(found('chèvre')).toEqual([])
})
