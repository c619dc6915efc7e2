import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { applyProject } from '../outline/apply-project.ts'
import { openPlan } from '../outline/plan-doc.ts'
import { readProject } from '../outline/read-project.ts'
import { projectSchema, type Project } from '../project.ts'
import { applyMend } from './apply-mend.ts'
import { checkProject } from './check-project.ts'
import { toCheckedPlan } from './checked-plan.ts'
import type { Finding } from './finding.ts'

/** What someone who reads the plan with care would mark, read and judged by hand: nothing here is a false alarm. */
const marked = {
  'clermont-ferrand': [
    'no-break-spaces/avant-propos/body',
    'spelling-differs/*/clermontferrand',
    'acronym-unexplained/*/EPLE',
    'acronym-unexplained/*/ENT',
    'acronym-unexplained/*/GR',
    'detached-prefix/axe-3-enonce-6/text/inter cycles',
    'no-break-spaces/axe-3-enonce-14/text',
    'no-break-spaces/axe-4-enonce-10/text',
  ],
  'orleans-tours-2024-2028': [
    'no-break-spaces/avant-propos/body',
    'detached-prefix/axe-1-action-1/title/co construire',
    'announced-title/axe-1-action-1',
    'detached-prefix/axe-1-action-1/announcedTitle/co construire',
    'detached-prefix/axe-1-action-3-mesure-5/text/ré enchanter',
    'entry-beginning/axe-1-action-3-mesure-6',
    'acronym-repeated/*/DNB',
    'missing-plural/axe-1-action-5-indicateur-2/text/dispositif',
    'long-text/axe-1-action-6-mesure-1/text',
    'no-break-spaces/axe-1-action-6-mesure-1/text',
    'spelling-differs/*/valeurs de la republique',
    'entry-beginning/axe-1-action-8-mesure-2',
    'doubled-words/axe-1-action-8-mesure-3/text/élèves d’élèves',
    'acronym-repeated/*/CNR-E',
    'entry-ending/axe-2-action-3-mesure-2',
    'entry-ending/axe-2-action-3-mesure-6',
    'detached-prefix/axe-2-action-3-mesure-7/text/co construire',
    'missing-plural/axe-2-action-3-indicateur-1/text/labellisation',
    'acronym-repeated/*/CPS',
    'same-indicator/axe-2-action-5-indicateur-3/axe-2-action-6-indicateur-1/axe-2-action-7-indicateur-1',
    'spelling-differs/*/visavi',
    'acronym-repeated/*/QVT',
    'long-text/axe-2-action-6-indicateur-2/text',
    'acronym-unexplained/*/RH',
    'ellipsis/axe-2-action-8-indicateur-3/text',
    'spelling-differs/*/parcours avenir',
    'no-break-spaces/axe-3-action-2-mesure-2/text',
    'ellipsis/axe-3-action-5-mesure-4/text',
    'no-break-spaces/axe-3-action-6-mesure-2/text',
    'ellipsis/axe-3-action-6-mesure-9/text',
    'missing-plural/axe-3-action-6-indicateur-2/text/accompagnement',
    'acronym-repeated/*/VAE',
    'detached-prefix/axe-3-action-7-mesure-5/text/post bac',
    'acronym-repeated/*/CMQ',
    'spelling-differs/*/conseil national',
    'long-text/axe-4-action-1/title',
    'acronym-repeated/*/SNU',
    'spelling-differs/*/pass culture',
    'announced-title/axe-4-action-4',
    'acronym-repeated/*/IA',
    'acronym-unexplained/*/ÉLÉA',
    'acronym-unexplained/*/1D',
    'acronym-unexplained/*/2D',
    'acronym-repeated/*/STI2D',
    'missing-plural/axe-4-action-4-indicateur-5/text/intervention',
    'ellipsis/axe-4-action-5-mesure-1/text',
    'acronym-repeated/*/CLEE',
    'ellipsis/axe-4-action-5-mesure-2/text',
    'ellipsis/axe-4-action-5-mesure-3/text',
  ],
} as const
type Seed = keyof typeof marked

describe.each<Seed>(['clermont-ferrand', 'orleans-tours-2024-2028'])('%s', (seed) => {
  test('the checks find what a careful reader marks, in reading order, and nothing else', () => {
    const found = checkProject(readSeed(seed)).filter(({ severity }) => severity !== 'lack')
    expect(found.map(({ key }) => key)).toEqual(marked[seed])
  })

  test('of what is missing, every indicator lacks its values, and no action its measures or indicators', () => {
    const project = readSeed(seed)
    const indicators = toCheckedPlan(project)
      .lists.filter(({ rubric }) => rubric.entryType === 'indicator')
      .flatMap(({ entries }) => entries)
    const lacks = checkProject(project).filter(({ severity }) => severity === 'lack')
    const checks = ['missing-baseline', 'missing-target', 'missing-source']
    expect(lacks.map(({ key }) => key)).toEqual(
      indicators.flatMap(({ entry }) => checks.map((check) => `${check}/${entry.id}`)),
    )
  })

  test('a mend changes the words that it names and nothing else; its finding is gone, and no other comes', () => {
    const project = readSeed(seed)
    const findings = checkProject(project)
    const state = stateOf(project)
    for (const finding of findings) {
      const { mend } = finding
      if (mend === undefined) continue
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      expect(applyMend(openPlan(doc), mend)).toBe(true)
      const after = readProject(doc)
      expect(textsOf(after)).toEqual(wantedTexts(project, finding))
      expect(skeletonOf(after)).toEqual(skeletonOf(project))
      const keys = new Set(checkProject(after).map(({ key }) => key))
      const before = findings.map(({ key }) => key).filter((key) => key !== finding.key)
      expect([...keys].toSorted()).toEqual(before.filter((key) => keys.has(key)).toSorted())
      expect(before.filter((key) => !keys.has(key) && !isOf(key, finding))).toEqual([])
    }
  })

  test('one mend after the other leaves a plan without anything to mend', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stateOf(readSeed(seed)))
    const mendable = () => checkProject(readProject(doc)).find(({ mend }) => mend !== undefined)
    const mended = new Set<string>()
    for (let finding = mendable(); finding?.mend !== undefined; finding = mendable()) {
      expect(mended).not.toContain(finding.key)
      mended.add(finding.key)
      expect(applyMend(openPlan(doc), finding.mend)).toBe(true)
    }
    expect(mended.size).toBeGreaterThan(3)
  })
})

function readSeed(seed: Seed): Project {
  const path = new URL(`../../../../seeds/${seed}.project.json`, import.meta.url)
  return projectSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

function stateOf(project: Project): Uint8Array {
  const doc = new Y.Doc()
  applyProject(doc, project)
  return Y.encodeStateAsUpdate(doc)
}

function textsOf(project: Project): Record<string, string> {
  const { texts } = toCheckedPlan(project)
  return Object.fromEntries(texts.map(({ place, plain }) => [`${place.node} ${place.field}`, plain]))
}

function wantedTexts(project: Project, { mend }: Finding): Record<string, string> {
  const texts = textsOf(project)
  if (mend?.type === 'clear-field') delete texts[`${mend.place.node} ${mend.place.field}`]
  if (mend?.type !== 'replace') return texts
  for (const { place, range, text } of mend.edits.toReversed()) {
    const name = `${place.node} ${place.field}`
    const plain = texts[name]!
    texts[name] = plain.slice(0, range.start) + text + plain.slice(range.end)
  }
  return texts
}

/** A plan without its words: marks, structure, fields. */
function skeletonOf(project: Project): unknown {
  return JSON.parse(JSON.stringify(project), (key, value: unknown) =>
    key === 'text' && typeof value === 'string' ? '' : key === 'announcedTitle' ? undefined : value,
  )
}

/** What is said of a field goes with the field. */
function isOf(key: string, { mend }: Finding): boolean {
  return mend?.type === 'clear-field' && key.includes(`/${mend.place.node}/${mend.place.field}/`)
}
