import { isInPlan } from '../outline/path-up.ts'
import { nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import type { Anchor, Standing, Subject } from './anchor.ts'
import { piecesOf, readAnchoredText } from './anchored-text.ts'
import { findQuote } from './find-quote.ts'
import { leftOf, wholeStretch } from './left-of.ts'
import { copiesFrom, sourcesOf, type Run } from './lineage.ts'

/** How many texts are looked into for words that were copied on and on. */
const mostTexts = 64

/** Where a thread stands now. Pure; costs what its text costs to read. */
export function standOfSubject(plan: PlanDoc, subject: Subject): Standing {
  return subject.type === 'text' ? standOfAnchor(plan, subject.anchor) : standOfNode(plan, subject.node)
}

/**
 * Where a stretch of text stands now: on what is left of its characters, in the text that they were written in or those
 * that they were copied to; else on the same words that came back to one of these texts. Words that stand in the plan go
 * before words in the bin. Then on its node, then nowhere.
 */
export function standOfAnchor(plan: PlanDoc, anchor: Anchor): Standing {
  const { node: own, field } = anchor
  // Nearly always all of them are where they were.
  const here = placeOf(plan, own) === 'plan' ? wholeStretch(readAnchoredText(plan, own, field), anchor) : null
  if (here !== null) return { type: 'text', node: own, field, ...here }
  const visits = visitsOf(plan, anchor)
  const placed = visits.filter(({ node }) => placeOf(plan, node) === 'plan')
  const binned = visits.filter(({ node }) => placeOf(plan, node) === 'bin')
  for (const visit of placed) {
    const stretch = leftOf(readAnchoredText(plan, visit.node, field), visit.runs, anchor)
    if (stretch !== null) return { type: 'text', node: visit.node, field, ...stretch }
  }
  for (const { node } of placed) {
    const text = readAnchoredText(plan, node, field)
    const range = text === null ? null : findQuote(text.words, anchor)
    if (range !== null) return { type: 'text', node, field, from: range.start, to: range.end }
  }
  const kept = binned.find(
    (visit) => leftOf(readAnchoredText(plan, visit.node, field), visit.runs, anchor) !== null,
  )
  if (kept !== undefined) return { type: 'bin', node: kept.node, isGone: false }
  // Where the words stood last, where they began, or what they have to do with at all.
  const last = placed.findLast(({ runs }) => runs.length > 0) ?? placed[0]
  if (last !== undefined) return { type: 'node', node: last.node, isGone: true }
  const first = binned[0]
  return first === undefined ? { type: 'unplaced' } : { type: 'bin', node: first.node, isGone: true }
}

/** A node, or the one that its words were joined to. */
function standOfNode(plan: PlanDoc, node: string): Standing {
  const place = placeOf(plan, node)
  if (place === 'plan') return { type: 'node', node, isGone: false }
  const visits = visitsFrom(plan, { node, field: 'text', runs: allOf(plan, node) })
  const joined = visits.find((visit) => placeOf(plan, visit.node) === 'plan' && holdsAny(plan, visit))
  if (joined !== undefined) return { type: 'node', node: joined.node, isGone: false }
  return place === 'bin' ? { type: 'bin', node, isGone: false } : { type: 'unplaced' }
}

/** A text to look into, and the characters to look for in it. */
type Visit = { node: string; field: string; runs: readonly Run[] }

/** Every text that the words may stand in: their own, those that they were copied to, those that they came from. */
function visitsOf(plan: PlanDoc, { node, field, runs, kin = [] }: Anchor): Visit[] {
  const visits = visitsFrom(plan, { node, field, runs })
  // Only the texts of entries are cut and joined.
  if (field !== 'text') return visits
  const known = new Set(visits.map((visit) => visit.node))
  const waiting = [...visits.flatMap((visit) => sourcesOf(plan, visit.node)), ...kin]
  for (let next = waiting.shift(); next !== undefined && visits.length < mostTexts; next = waiting.shift()) {
    if (known.has(next)) continue
    known.add(next)
    visits.push({ node: next, field, runs: [] })
    waiting.push(...sourcesOf(plan, next), ...copiesFrom(plan, next, []).map((copy) => copy.node))
  }
  return visits
}

/** A text, and those that its words were copied to, the nearest first. */
function visitsFrom(plan: PlanDoc, first: Visit): Visit[] {
  const found = new Map([[first.node, first]])
  const waiting = first.field === 'text' ? [first] : []
  for (let at = 0; at < waiting.length && at < mostTexts; at += 1) {
    const { node, field, runs } = waiting[at]!
    for (const copy of copiesFrom(plan, node, runs)) {
      const known = found.get(copy.node)
      // What was cut and joined again comes back to where it was, as other characters.
      const more = copy.runs.filter((run) => known === undefined || !hasRun(known.runs, run))
      if (known !== undefined && more.length === 0) continue
      found.set(copy.node, { node: copy.node, field, runs: [...(known?.runs ?? []), ...more] })
      waiting.push({ node: copy.node, field, runs: more })
    }
  }
  return [...found.values()]
}

function hasRun(runs: readonly Run[], [client, clock, length]: Run): boolean {
  return runs.some((run) => run[0] === client && run[1] <= clock && run[1] + run[2] >= clock + length)
}

/** Whether any of the characters stands in the text. */
function holdsAny(plan: PlanDoc, { node, field, runs }: Visit): boolean {
  const text = readAnchoredText(plan, node, field)
  return text !== null && piecesOf(text, runs).pieces.length > 0
}

/** All characters that stand in the text of an entry. */
function allOf(plan: PlanDoc, node: string): Run[] {
  const text = readAnchoredText(plan, node, 'text')
  return text === null ? [] : text.stretches.map(({ client, clock, length }) => [client, clock, length])
}

/** Whether a node stands in the plan (the tray is part of it), or in the bin, itself or with one above; null: it is not there. */
function placeOf(plan: PlanDoc, node: string): 'plan' | 'bin' | null {
  if (node === 'cover') return 'plan'
  if (nodeType(plan, node) === undefined) return null
  return isInPlan(plan, node) ? 'plan' : 'bin'
}
