import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { applyProject } from '../outline/apply-project.ts'
import { openPlan } from '../outline/plan-doc.ts'
import { readProject } from '../outline/read-project.ts'
import { rubricsOf } from '../reading.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { blocksToPlain, lineToPlain } from '../text/plain-text.ts'
import type { BlockText } from '../text/rich-text.ts'

import { bareTitle } from './bare-title.ts'
import { draftActions, looksLikeActions } from './draft-actions.ts'
import { draftEntries } from './draft-entries.ts'
import { countDrafts, type Drafts } from './drafts.ts'
import { actionLines, indicatorLines } from './field-lines.ts'
import { insertDrafts } from './insert-drafts.ts'
import type { PastedBlock } from './pasted-block.ts'
import { pastedLine, pastedText } from './pasted-text.ts'

/** `# ` headings, `- ` and `1. ` items, two spaces a level, `| ` a further paragraph of an item. */
function blocksOf(source: string): PastedBlock[] {
  return source.split('\n').map((line): PastedBlock => {
    const [, spaces = '', sign = '', words = ''] = /^(\s*)(#+|-|1\.|\|)? ?(.*)$/.exec(line)!
    const content = words === '' ? [] : [{ text: words }]
    const level = spaces.length / 2
    if (sign.startsWith('#')) return { type: 'heading', level: sign.length, content }
    if (sign === '|') return { type: 'paragraph', content, under: level }
    return sign === ''
      ? { type: 'paragraph', content }
      : { type: 'item', level, isOrdered: sign === '1.', content }
  })
}

const rubrics = rubricsOf(actionsTemplate, 'action')
const entriesOf = (source: string) =>
  draftEntries(blocksOf(source), { rubrics, rubric: 'measures', inAction: true })
const actionsOf = (source: string, isInGroup = false) =>
  draftActions(blocksOf(source), { template: actionsTemplate, isInGroup })

function shown({ rubrics, content, leftOut, title }: Drafts): string[] {
  const lines = entriesShown(rubrics)
  for (const item of content) {
    const actions = item.type === 'group' ? item.actions : [item]
    if (item.type === 'group') lines.push(`group ${lineToPlain(item.title)}`)
    for (const action of actions) {
      lines.push([`action ${lineToPlain(action.title)}`, ...actionLines(action.fields)].join(' | '))
      lines.push(...entriesShown(action.rubrics))
    }
  }
  if (title !== undefined) lines.push(`title ${lineToPlain(title)}`)
  return [...lines, ...leftOut.map((line) => `left out ${lineToPlain(line)}`)]
}

function entriesShown(drafts: Drafts['rubrics']): string[] {
  return drafts.flatMap((draft) =>
    draft.entries.map(
      ({ text, fields }) => `${draft.rubric}: ${[outlined(text), ...indicatorLines(fields)].join(' | ')}`,
    ),
  )
}

function outlined(text: BlockText): string {
  return text
    .map((block) =>
      block.type === 'paragraph' ? lineToPlain(block.content) : `[${block.items.map(outlined).join('; ')}]`,
    )
    .join(' / ')
}

function setupPlan() {
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  const doc = new Y.Doc()
  applyProject(doc, project)
  const axis = project.axes[0]!
  return { doc, plan: openPlan(doc, 'page'), axis: axis.id, action: axis.content[0]!.id }
}

function pastedWords(lines: readonly string[]): string[] {
  return (
    lines
      .join(' ')
      .match(/mot\d+/g)
      ?.toSorted() ?? []
  )
}

describe('entries of what was pasted', () => {
  it('makes an entry of each point, and sub-points of the levels below', () => {
    expect(shown(entriesOf('- un\n  - a\n    - alpha\n  - b\n- deux\n| suite\ntrois'))).toEqual([
      'measures: un / [a / [alpha]; b]',
      'measures: deux / suite',
      'measures: trois',
    ])
  })

  it('puts points under the rubric that a heading or a line over them names, and keeps a title apart', () => {
    expect(
      shown(entriesOf('## Lire\n- un\n#### INDICATEURS DE SUIVI :\n- deux\nMesures :\n- trois')),
    ).toEqual(['measures: un', 'measures: trois', 'indicators: deux', 'title Lire'])
    expect(shown(entriesOf('- Mesures\n  - un\n    - a\n- Indicateurs\n  - deux'))).toEqual([
      'measures: un / [a]',
      'indicators: deux',
    ])
  })

  it('a line that leads in points keeps them as its sub-points; a heading between has no place', () => {
    expect(shown(entriesOf('Former :\n- les uns\n- les autres\n# Calendrier\n- fin'))).toEqual([
      'measures: Former : / [les uns; les autres]',
      'measures: fin',
      'left out Calendrier',
    ])
  })

  it('lines of fields are fields, of the action and of its indicators; a second one of a kind is words', () => {
    const drafts = entriesOf(
      'Pilote : DASEN\n- un\nPilote : un autre\n#### Indicateurs\n- taux\n  - Cible : 80 % (2028)\n  - par sexe\n  - Cible : 90 %',
    )
    expect(drafts.fields).toEqual({ lead: 'DASEN' })
    expect(shown(drafts)).toEqual([
      'measures: un',
      'measures: Pilote : un autre',
      'indicators: taux / [par sexe; Cible : 90 %] | Cible\u00A0: 80 % (2028)',
    ])
    expect(shown(actionsOf('# Lire\nCalendrier : 2028\n- un'))).toEqual([
      'action Lire | Calendrier\u00A0: 2028',
      'measures: un',
    ])
  })

  it('starts from the lowest level there is', () => {
    expect(shown(entriesOf('    - a\n      - b\n    - c'))).toEqual(['measures: a / [b]', 'measures: c'])
    expect(shown(entriesOf('  - a\n- b'))).toEqual(['measures: a', 'measures: b'])
  })
})

describe('actions of what was pasted', () => {
  it('headings are actions, those over them groups, and numbers that the plan gives go', () => {
    const pasted = `# Axe 2 : Solidaire
Une introduction
## Pour les élèves
### Action 1 : Lire
- un
  - a
Indicateurs
- deux
### 2. Écrire
- trois
## Pour les familles
### Action 3 – Accueillir
- quatre`
    expect(shown(actionsOf(pasted))).toEqual([
      'group Pour les élèves',
      'action Lire',
      'measures: un / [a]',
      'indicators: deux',
      'action Écrire',
      'measures: trois',
      'group Pour les familles',
      'action Accueillir',
      'measures: quatre',
      'left out Une introduction',
      'left out Solidaire',
    ])
    expect(actionsOf(pasted, true).content.map((item) => item.type)).toEqual(['action', 'action', 'action'])
  })

  it('without headings, items that have sub-points are actions, else lines over points, else every point', () => {
    expect(shown(actionsOf('- Lire\n  - un\n    - a\n- Écrire'))).toEqual([
      'action Lire',
      'measures: un / [a]',
      'action Écrire',
    ])
    expect(shown(actionsOf('Lire\n- un\nIndicateurs :\n- deux\nÉcrire\n- trois'))).toEqual([
      'action Lire',
      'measures: un',
      'indicators: deux',
      'action Écrire',
      'measures: trois',
    ])
    expect(shown(actionsOf('Action 1 : Lire\n- un\n  - a\nAction n° 2 : Écrire\n- deux'))).toEqual([
      'action Lire',
      'measures: un / [a]',
      'action Écrire',
      'measures: deux',
    ])
    expect(shown(actionsOf('- Lire\n- Écrire'))).toEqual(['action Lire', 'action Écrire'])
    expect(looksLikeActions(blocksOf('- Lire\n- Écrire'), actionsTemplate)).toBe(false)
    expect(looksLikeActions(blocksOf('- Lire\n  - un'), actionsTemplate)).toBe(true)
  })

  it('every word that is pasted is in what would be made, or is told to have found no place', () => {
    const block = fc.oneof(
      fc.record({ type: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ type: fc.constant('item' as const), level: fc.nat(3), isOrdered: fc.boolean() }),
      fc.constant({ type: 'paragraph' as const }),
      fc.record({ type: fc.constant('paragraph' as const), under: fc.nat(3) }),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.boolean(), (kinds, isInGroup) => {
        const blocks = kinds.map((kind, index): PastedBlock => ({
          ...kind,
          content: [{ text: `mot${index}` }],
        }))
        const words = kinds.map((_, index) => `mot${index}`).toSorted()
        const entries = draftEntries(blocks, { rubrics, rubric: 'measures', inAction: true })
        const actions = draftActions(blocks, { template: actionsTemplate, isInGroup })
        expect(pastedWords(shown(entries))).toEqual(words)
        expect(pastedWords(shown(actions))).toEqual(words)
        expect(pastedWords([outlined(pastedText(blocks))])).toEqual(words)
        expect(pastedWords([lineToPlain(pastedLine(blocks))])).toEqual(words)
      }),
    )
  })
})

describe('what was pasted, in one field', () => {
  it('is paragraphs and lists within lists, its headings bold', () => {
    expect(outlined(pastedText(blocksOf('# T\n- a\n  - b\n| c\n  1. d\ne')))).toBe(
      'T / [a / [b] / c / [d]] / e',
    )
    expect(pastedText(blocksOf('# T'))).toEqual([{ type: 'paragraph', content: [{ text: 'T', bold: true }] }])
    expect(pastedText([])).toEqual([{ type: 'paragraph', content: [] }])
    expect(lineToPlain(pastedLine(blocksOf('# T\n- a\nb')))).toBe('T a b')
  })

  it.each([
    ['Action 3 : Lire', 'Lire'],
    ['ACTION N° 12 – Lire', 'Lire'],
    ['2.1. Lire', 'Lire'],
    ['3) Lire', 'Lire'],
    ['Axe 1', 'Axe 1'],
    ['2028 sera mieux', '2028 sera mieux'],
    ['Actionner', 'Actionner'],
    ['3 écoles', '3 écoles'],
  ])('the title %s is «%s»', (given, wanted) => {
    expect(lineToPlain(bareTitle([{ text: given }], actionsTemplate.labels))).toBe(wanted)
  })
})

describe('drafts put in a plan', () => {
  it('stand where they were pasted, in order, made in one transaction', () => {
    const { doc, plan, axis, action } = setupPlan()
    let updates = 0
    doc.on('update', () => {
      updates += 1
    })
    insertDrafts(plan, entriesOf('- un\n- deux\nIndicateurs :\n- trois'), {
      holder: { id: action, rubric: 'measures', entryIndex: 0 },
    })
    expect(updates).toBe(1)
    insertDrafts(plan, actionsOf('# G\n## A\n- m\n## B\n- n\n# C\n- o'), { parent: { id: axis, index: 1 } })
    expect(updates).toBe(2)
    const [read] = readProject(doc).axes
    const first = read!.content[0]!
    expect(
      first.type === 'action' &&
        first.rubrics.map(({ entries }) => entries.map((entry) => blocksToPlain(entry.text))),
    ).toEqual([['un', 'deux'], ['trois']])
    expect(read!.content.map((item) => [item.type, lineToPlain(item.title)])).toEqual([
      ['action', ''],
      ['group', 'G'],
      ['action', 'C'],
    ])
  })

  it('are refused whole where one of them has no room', () => {
    const { doc, plan, action } = setupPlan()
    const before = readProject(doc)
    const drafts: Drafts = {
      rubrics: [
        { rubric: 'measures', entries: [{ text: [], fields: {} }] },
        { rubric: 'unknown', entries: [{ text: [], fields: {} }] },
      ],
      content: [],
      fields: {},
      leftOut: [],
    }
    const place = { holder: { id: action, rubric: 'measures', entryIndex: 0 } }
    expect(() => insertDrafts(plan, drafts, place)).toThrow('rubric unknown')
    expect(() => insertDrafts(plan, actionsOf('# A'), place)).toThrow('need a parent')
    expect(readProject(doc)).toEqual(before)
  })

  it('of the most that may be pasted make one update that a server takes [S7]', () => {
    const { doc, plan, axis } = setupPlan()
    const update = new Promise<Uint8Array>((resolve) => doc.on('update', resolve))
    const source = Array.from({ length: 1000 }, (_, index) => `# A${index}\n- b\n- c\n- d\n- e`).join('\n')
    const drafts = actionsOf(source)
    expect(countDrafts(drafts)).toEqual({ groups: 0, actions: 1000, entries: new Map([['measures', 4000]]) })
    insertDrafts(plan, drafts, { parent: { id: axis, index: 0 } })
    return update.then((bytes) => {
      expect(Y.decodeUpdate(bytes).structs.length).toBeLessThan(50_000)
      expect(bytes.length).toBeLessThan(4_000_000)
    })
  })
})
