import {
  blocksToPlain,
  lineToPlain,
  orientationsTemplate,
  projectSchema,
  rubricsOf,
  type Action,
  type Axis,
  type BlockText,
} from '@concerte/schema'
import { expect, test } from 'vitest'

import { NotTextError, readText, type ReadResult } from './text.ts'

const withOwnRubrics = `Projet académique 2025-2029
Académie de Brume-Plage

La mer en partage

Notre académie regarde la mer.

Marie Le Goff
Rectrice de l’académie de Brume-Plage

AXE I – Apprendre au large

Nos leviers
• Ouvrir les ports
aux classes.
• Former les pilotes.

La mer est un livre.

Point de vigilance :
• La météo.

AXE II – Revenir
au port

Nos leviers
• Baliser le chenal.

Points de vigilance :
• La brume.
• La houle.
`

const withGroups = `Axe n° 1 : Grandir

Cela suppose :
• des adultes ;
• du calme.

Les actions engagées pour les élèves

1. Lire ensemble
2. Écrire ensemble.

Les actions engagées pour les familles

3. Ouvrir les portes.

Les actions engagées pour les personnels

4. Former.

Grandir
Pas à pas

1. Lire ensemble chaque jour

• Un quart d’heure de lecture.

Indicateurs

• Nombre de livres lus.

Ce paragraphe ne trouve pas sa place.
Il a deux lignes.

2. Écrire ensemble

• Un journal qui paraît dans

toutes les écoles.

3. Ouvrir les portes

• Un café des parents.

4. Former

• Un plan.

Indicateur

• Taux de présence.
`

test('axes of headed lists become a template of their own headings, with the introduction where it stands', () => {
  const { project, unplaced } = read(withOwnRubrics)
  expect(unplaced).toEqual([])
  expect(project.template.axis).toEqual([
    { type: 'rubric', id: 'nos-leviers', entryType: 'statement', heading: 'Nos leviers' },
    { type: 'introduction', id: 'introduction' },
    {
      type: 'rubric',
      id: 'points-de-vigilance',
      entryType: 'statement',
      heading: 'Points de vigilance',
      headingOne: 'Point de vigilance',
    },
  ])
  expect(project.axes.map((axis) => lineToPlain(axis.title))).toEqual([
    'Apprendre au large',
    'Revenir au port',
  ])
  expect(project.axes.map(rubricTexts)).toEqual([
    {
      'nos-leviers': ['Ouvrir les ports aux classes.', 'Former les pilotes.'],
      'points-de-vigilance': ['La météo.'],
    },
    { 'nos-leviers': ['Baliser le chenal.'], 'points-de-vigilance': ['La brume.', 'La houle.'] },
  ])
  expect(project.axes.map((axis) => blocksToPlain(axis.introduction))).toEqual(['La mer est un livre.', ''])
})

test('headings of a template that ships are its rubrics, and the headings beside them are new ones', () => {
  const { project } = read('Axe 1 - Un\n\nNos grandes orientations\n > Aller.\n\nNos forces\n > Être là.\n')
  expect(rubricsOf(project.template, 'axis').map((rubric) => rubric.id)).toEqual([
    'orientations',
    'nos-forces',
  ])
  expect(read('Axe 1 - Un\n\nNos objectifs cibles\n > Aller.\n').project.template).toEqual(
    orientationsTemplate,
  )
})

test('a cover, a title and who signs stand before the axes', () => {
  const { cover, front } = read(withOwnRubrics).project
  expect(cover).toEqual({
    title: [{ text: 'Projet académique' }],
    academy: [{ text: 'Académie de Brume-Plage' }],
    slogan: [],
    mention: [],
    period: { start: 2025, end: 2029 },
  })
  expect(front.map((section) => lineToPlain(section.title))).toEqual(['La mer en partage'])
  expect(front.map((section) => blocksToPlain(section.body))).toEqual(['Notre académie regarde la mer.'])
  expect(front.map((section) => blocksToPlain(section.signatory))).toEqual([
    'Marie Le Goff\nRectrice de l’académie de Brume-Plage',
  ])
})

test('the headings over announced actions give the groups, however many', () => {
  const { project } = read(withGroups)
  expect(project.template.axis).toContainEqual({
    type: 'actionList',
    id: 'actions',
    heading: 'Les actions engagées',
  })
  expect(outline(project.axes[0])).toEqual([
    ['pour les élèves', '1 Lire ensemble chaque jour', '2 Écrire ensemble'],
    ['pour les familles', '3 Ouvrir les portes'],
    ['pour les personnels', '4 Former'],
  ])
  expect(lineToPlain(project.axes[0]?.slogan ?? [])).toBe('Pas à pas')
})

test('an announced title is kept only where it differs by more than its full stop', () => {
  const actions = read(withGroups).project.axes.flatMap((axis) =>
    axis.content.flatMap((item) => (item.type === 'group' ? item.actions : [item])),
  )
  expect(actions.map((action) => action.announcedTitle)).toEqual([
    'Lire ensemble',
    undefined,
    undefined,
    undefined,
  ])
})

test('a list under a sentence of the introduction belongs to the introduction', () => {
  expect(read(withGroups).project.axes[0]?.introduction).toEqual([
    paragraph('Cela suppose :'),
    { type: 'bulletList', items: [[paragraph('des adultes ;')], [paragraph('du calme.')]] },
  ])
})

test('a paragraph without a place is reported with its lines', () => {
  const { unplaced } = read(withGroups)
  const line = withGroups.split('\n').indexOf('Ce paragraphe ne trouve pas sa place.') + 1
  expect(unplaced).toEqual([
    { line, text: 'Ce paragraphe ne trouve pas sa place.' },
    { line: line + 1, text: 'Il a deux lignes.' },
  ])
})

test('actions without groups stand alone, also without an announced list', () => {
  const { project, unplaced } = read('Axe 1 - Un\n\n1. Faire\n\n> Ceci.\n\n2. Refaire\n\n> Cela.\n')
  expect(unplaced).toEqual([])
  expect(outline(project.axes[0])).toEqual(['1 Faire', '2 Refaire'])
})

test('an action that is only announced stands where its number says', () => {
  const { project } = read(
    'Axe 1 - Un\n\nLes actions\n\n1 1 Faire.\n2 2 Rêver.\n3 3 Finir.\n\n1. Faire\n\n> Ceci.\n\n3. Finir\n',
  )
  expect(outline(project.axes[0])).toEqual(['1 Faire', '2 Rêver', '3 Finir'])
})

test('actions may be numbered through the whole plan', () => {
  const { project, unplaced } = read('Axe 1 - Un\n\n1. A\n\n> a.\n\nAxe 2 - Deux\n\n2. B\n\n> b.\n')
  expect(unplaced).toEqual([])
  expect(project.template.numbering.actions).toBe('continuous')
  expect(project.axes.map(outline)).toEqual([['1 A'], ['2 B']])
})

test('a number that is not the plan’s is reported', () => {
  expect(read('Axe 1 - Un\n\n1. A\n\n> a.\n\nAxe 3 - Deux\n\n1. B\n\n> b.\n').unplaced).toEqual([
    { line: 7, text: '3' },
  ])
})

test('a table of contents and running heads are furniture', () => {
  const contents = 'Axe 1 - Un ........ 3\nAxe 2 - Deux ...... 9\n\n'
  const { project, unplaced, furniture } = read(
    `${contents}Axe 1 - Un\n\nDébut\n\nAxe 1 - Un\n\nde phrase.\n\nAxe 2 - Deux\n\nFin.\n`,
  )
  expect(unplaced).toEqual([])
  expect(furniture.map((item) => item.line)).toEqual([1, 2, 8])
  expect(project.axes.map((axis) => blocksToPlain(axis.introduction))).toEqual(['Début de phrase.', 'Fin.'])
})

test('dashes nest as deep as they are set in, up to a limit', () => {
  const steps = Array.from({ length: 40 }, (_, step) => `${' '.repeat(3 * step)}- pas ${step}`)
  const { project } = read(`Axe 1 - Un\n\n1. A\n\n> Marcher :\n${steps.join('\n')}\n`)
  const [action] = project.axes[0]?.content ?? []
  const text = action?.type === 'action' ? (action.rubrics[0]?.entries[0]?.text ?? []) : []
  expect(blocksToPlain(text).split('\n')).toEqual(['Marcher :', ...steps.map((step) => step.trim().slice(2))])
  expect(depth(text)).toBe(6)
})

test('old Windows files are read', () => {
  const bytes = Uint8Array.from('Axe 1 - \x8cuvre d\x92\xe9t\xe9\n', (letter) => letter.charCodeAt(0))
  expect(lineToPlain(readText(bytes).project.axes[0]?.title ?? [])).toBe('Œuvre d’été')
})

test('an empty file is an empty plan', () => {
  const { project, unplaced } = read('')
  expect(projectSchema.parse(project)).toMatchObject({ front: [], axes: [] })
  expect(unplaced).toEqual([])
})

test('a text without axes is no plan: every line of it is reported', () => {
  const { project, unplaced } = read('Chère lectrice,\n\ncher lecteur.\n')
  expect(project.front).toEqual([])
  expect(unplaced).toEqual([
    { line: 1, text: 'Chère lectrice,' },
    { line: 3, text: 'cher lecteur.' },
  ])
})

test('a binary file is refused', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 73) % 256)
  expect(() => readText(bytes)).toThrow(NotTextError)
})

test.each([
  ['words', 'Axe 1 - Un 2. - > : « • \n\n Indicateurs \n'],
  ['headings', 'Titre\n> point\n\n'],
  ['blank lines', 'Mot\n\n\n\n\n'],
  ['one endless line', '. . a'],
])('two megabytes of %s are read within seconds', (_, junk) => {
  const bytes = new TextEncoder().encode(`Axe 1 - Un\n${junk.repeat(2_000_000 / junk.length)}`)
  const start = performance.now()
  readText(bytes)
  expect(performance.now() - start).toBeLessThan(20_000)
})

function read(text: string): ReadResult {
  return readText(new TextEncoder().encode(text))
}

function paragraph(text: string): BlockText[number] {
  return { type: 'paragraph', content: [{ text }] }
}

function rubricTexts(axis: Axis): Record<string, string[]> {
  return Object.fromEntries(
    axis.rubrics.map((item) => [item.rubric, item.entries.map((entry) => blocksToPlain(entry.text))]),
  )
}

function outline(axis: Axis | undefined): (string | string[])[] {
  return (axis?.content ?? []).map((item) =>
    item.type === 'action' ? numbered(item) : [lineToPlain(item.title)].concat(item.actions.map(numbered)),
  )
}

function numbered(action: Action): string {
  return `${action.number} ${lineToPlain(action.title)}`
}

function depth(blocks: BlockText): number {
  return Math.max(
    0,
    ...blocks.map((block) => (block.type === 'paragraph' ? 0 : 1 + Math.max(...block.items.map(depth)))),
  )
}
