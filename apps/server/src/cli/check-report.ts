import {
  actionsOf,
  blocksToPlain,
  checkIds,
  lineToPlain,
  shortened,
  type Action,
  type Axis,
  type Finding,
  type Project,
  type RubricEntries,
  findRubric,
} from '@concerte/schema'

import type { CheckMessages } from './check-messages.ts'

/** How many units are quoted: of the words in question, and on each side of them. */
const quotedLength = 100
const around = 30

/** The findings under what they are about (an axis, an action, a section), then how many each check has. */
export function checkReport(project: Project, findings: readonly Finding[], messages: CheckMessages): string {
  const places = placesOf(project, messages)
  const blocks: { heading: string; lines: string[] }[] = []
  for (const ofNode of runsOf(findings)) {
    const [first] = ofNode
    const place = places.get(first.place.node)
    if (place === undefined) continue
    const last = blocks.at(-1)
    const lines = linesOf(ofNode, place, messages)
    if (last?.heading === place.heading) last.lines.push(...lines)
    else blocks.push({ heading: place.heading, lines })
  }
  const counts = checkIds.flatMap((check) => {
    const count = findings.filter((finding) => finding.check === check).length
    return count === 0 ? [] : [`${String(count).padStart(5)}  ${messages.names[check]}`]
  })
  const paragraphs = [
    ...blocks.map(({ heading, lines }) => [heading, ...lines].join('\n')),
    counts.join('\n'),
  ]
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
}

type NodePlace = {
  heading: string
  /** «mesure 3»; empty for what the heading names itself. */
  name: string
  texts: Record<string, string>
}
type Run = [Finding, ...Finding[]]

/** Findings of one node that stand side by side. */
function runsOf(findings: readonly Finding[]): Run[] {
  const runs: Run[] = []
  for (const finding of findings) {
    const last = runs.at(-1)
    if (last !== undefined && last[0].place.node === finding.place.node) last.push(finding)
    else runs.push([finding])
  }
  return runs
}

/** One line a finding; an indicator that lacks several values has one for all of them. */
function linesOf(findings: Run, place: NodePlace, messages: CheckMessages): string[] {
  const values = findings.filter(({ check }) => /^missing-(?:baseline|target|source)$/.test(check))
  const others = findings.filter((finding) => !values.includes(finding))
  const lacks = values.map(({ check }) => messages.said[check]({})).join(', ')
  const own = shortened(place.texts['text'] ?? '', quotedLength)
  return [
    ...(lacks === '' ? [] : [messages.told(`  ${place.name}, ${lacks}`, own)]),
    ...others.map((finding) => lineOf(finding, place, messages)),
  ]
}

function lineOf(
  { check, place, range, words = {} }: Finding,
  { name, texts }: NodePlace,
  messages: CheckMessages,
) {
  const field = place.field === 'text' ? '' : (messages.fields[place.field] ?? '')
  const where = [name, field].filter((word) => word !== '').join(', ')
  const said = `  ${where === '' ? '' : `${where}, `}${messages.said[check](words)}`
  const text = texts[place.field]
  if (range === undefined || text === undefined) return said
  const quote = `${before(text, range.start)}${shortened(text.slice(range.start, range.end), quotedLength)}${after(text, range.end)}`
  return messages.told(said, quote.replaceAll('\n', ' ').trim())
}

/** What stands before a place, from the start of a word. */
function before(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - around), at)
  return at > around ? words.replace(/^\S*\s/u, '…') : words
}

function after(text: string, at: number): string {
  const words = text.slice(at, at + around)
  return at + around < text.length ? words.replace(/\s\S*$/u, '…') : words
}

function placesOf(project: Project, messages: CheckMessages): ReadonlyMap<string, NodePlace> {
  const { template } = project
  const { labels } = template
  const places = new Map<string, NodePlace>()
  const { title, academy, slogan, mention } = project.cover
  const lines = { title, academy, slogan, mention }
  const texts = Object.fromEntries(Object.entries(lines).map(([field, line]) => [field, lineToPlain(line)]))
  places.set('cover', { heading: messages.cover, name: '', texts })

  const addEntries = (heading: string, rubrics: RubricEntries[]): void => {
    for (const { rubric, entries } of rubrics) {
      const list = findRubric(template, rubric)
      for (const [index, { id, type, text, ...fields }] of entries.entries()) {
        // Statements stand under several headings, and these tell them apart.
        const kind = type === 'statement' ? (list?.heading ?? '') : ''
        const name = `${kind === '' ? messages.entries[type] : kind} ${index + 1}`
        places.set(id, { heading, name, texts: { ...stringsOf(fields), text: blocksToPlain(text) } })
      }
    }
  }
  const addAction = (axis: string, action: Action): void => {
    const own = lineToPlain(action.title)
    const heading = `${axis}, ${labels.action.toLowerCase()} ${action.number}. ${own}`
    places.set(action.id, { heading, name: '', texts: { ...stringsOf(action), title: own } })
    addEntries(heading, action.rubrics)
  }
  const addAxis = (axis: Axis): void => {
    const number = `${labels.axis} ${axis.number}`
    const heading = `${number}. ${lineToPlain(axis.title)}`
    const [own, line] = [lineToPlain(axis.title), lineToPlain(axis.slogan)]
    const introduction = blocksToPlain(axis.introduction)
    places.set(axis.id, { heading, name: '', texts: { title: own, slogan: line, introduction } })
    addEntries(heading, axis.rubrics)
    for (const item of axis.content) {
      if (item.type === 'group')
        places.set(item.id, { heading, name: '', texts: { title: lineToPlain(item.title) } })
    }
    for (const action of actionsOf(axis)) addAction(number, action)
  }
  for (const section of [...project.front, ...project.back]) {
    const own = lineToPlain(section.title)
    const [body, signatory] = [blocksToPlain(section.body), blocksToPlain(section.signatory)]
    places.set(section.id, {
      heading: own || labels.foreword,
      name: '',
      texts: { title: own, body, signatory },
    })
  }
  for (const axis of project.axes) addAxis(axis)
  return places
}

function stringsOf(fields: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}
