import { findRubric } from '@concerte/schema'

import type { fr as movingFr } from '../moving/messages.fr.ts'
import { whereWords } from '../moving/place-words.ts'
import { excerptOf } from '../overlays/excerpt.ts'
import type { PlanStore } from '../store/plan-store.ts'
import type { fr } from './messages.fr.ts'
import type { QuietNote } from './quiet-notes.ts'

/** A note in words: «Paul Petit a déplacé cette mesure : dans l’action 3, axe 2.» */
export function noteWords(store: PlanStore, note: QuietNote, t: typeof fr, tMoving: typeof movingFr): string {
  const node = store.structure().outline.nodes.get(note.node)
  const who = note.by ?? t.someone
  const what = thisWords(store, note, t)
  switch (note.type) {
    case 'moved':
      return t.moved(who, what, whereWords(store, node?.place.parent ?? '', tMoving))
    case 'reordered':
      return t.reordered(who, what)
    case 'removed':
      return t.removed(who, what)
  }
}

export function thisWords(store: PlanStore, { node: id }: QuietNote, t: typeof fr): string {
  const structure = store.structure()
  const node = structure.outline.nodes.get(id)
  switch (node?.type) {
    case 'entry':
      return t.thisEntry[findRubric(structure.template, node.place.rubric)?.entryType ?? 'statement']
    case 'group':
      return t.thisGroup
    case 'section':
      return t.thisSection
    case 'axis':
    case 'action': {
      const words = excerptOf(store.plan, node)
      return t.thisCalled(words === '' ? structure.template.labels[node.type] : words)
    }
    case undefined:
      return t.thisSection
  }
}
