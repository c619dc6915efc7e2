import { actionListPlace, introductionPlace, type AxisDraft } from './axis-draft.ts'
import type { AxisTitle } from './axis-titles.ts'
import { createEntryReader, type EntryReader } from './entries.ts'
import { headingAt, type Heading, type Headings } from './headings.ts'
import type { Line } from './lines.ts'
import { readMark, readNumber, type NumberMark } from './marks.ts'
import type { FindRepeat } from './parts.ts'
import { note, type Report } from './report.ts'
import { continuesSentence, endsSentence, textKey } from './sentences.ts'

export type AxisContext = {
  findRepeat: FindRepeat
  headings: Headings
  report: Report
}

/** What the lines go on with: the text that is open, and whether a new paragraph may follow in it. */
type Open = { kind: 'introduction' | 'announced' | 'slogan' | 'title' | 'entry' | 'stray'; lines: Line[] }

/** Reads the lines of one axis. What has no place is reported. */
export function readAxis(title: AxisTitle, lines: readonly Line[], context: AxisContext): AxisDraft {
  const { findRepeat, headings, report } = context
  const axis: AxisDraft = {
    title,
    slogan: [],
    introduction: [],
    rubrics: [],
    lists: [],
    actions: [],
    order: [],
  }
  const hasNumbers = lines.some((line) => readNumber(line.text)?.form === 'dotted')
  const listHeadings = new Set<string>()
  let open: Open | undefined
  let beforeStray: Open | undefined
  let entries: EntryReader | undefined

  for (let index = 0; index < lines.length;) {
    const line = lines[index]
    if (line === undefined) break
    const repeated = line.gap || open?.kind === 'announced' ? findRepeat(lines, index) : 0
    if (repeated > 0) {
      note(report.furniture, lines.slice(index, index + repeated))
      if (axis.actions.length === 0 && axis.lists.length > 0) open = { kind: 'slogan', lines: axis.slogan }
      index += repeated
      continue
    }
    const number = readNumber(line.text)
    if (number !== undefined && isOfAxis(number) && beginsNumbered(number, index)) {
      index++
      continue
    }
    const heading = headingAt(lines, index, headings.isKnown)
    if (heading !== undefined && beginsHeaded(heading, index)) {
      index += heading.length
      continue
    }
    placeLine(line)
    index++
  }
  return axis

  /** «2.1» numbers an action of axis 2; in another it is a part of the text. */
  function isOfAxis(mark: NumberMark): boolean {
    return mark.axis === undefined || mark.axis === title.number
  }

  /** An announced action or an action; false when the number is a part of the text. */
  function beginsNumbered(mark: NumberMark, index: number): boolean {
    const line = lines[index]
    if (line === undefined) return false
    const list = axis.lists.at(-1)
    const rest = { ...line, text: mark.rest }
    if (announces(mark, index)) {
      const item = { number: mark.number, lines: [rest] }
      if (mark.form === 'doubled') report.furniture.push({ line: line.number, text: String(mark.number) })
      if (list === undefined) addList('').items.push(item)
      else list.items.push(item)
      open = { kind: 'announced', lines: item.lines }
      return true
    }
    const expected = (axis.actions.at(-1)?.number ?? 0) + 1
    const isAlone = line.gap || open === undefined || open.kind === 'slogan' || open.kind === 'announced'
    if (mark.form !== 'dotted' || !(isAlone || (mark.number === expected && endsOpen()))) return false
    place(actionListPlace)
    const action = { number: mark.number, title: [rest], rubrics: [] }
    axis.actions.push(list !== undefined && list.items.length === 0 ? { ...action, list } : action)
    entries = createEntryReader(action.rubrics)
    open = { kind: 'title', lines: action.title }
    return true
  }

  /** Announced actions are numbered on, and nothing stands under them. */
  function announces(mark: NumberMark, index: number): boolean {
    if (axis.actions.length > 0 || open?.kind === 'slogan') return false
    if (mark.form === 'doubled') return true
    const list = axis.lists.at(-1)
    if (list === undefined) return false
    const last = lastAnnounced()
    if (last !== undefined && mark.number !== last + 1) return false
    if (mark.form === 'bare') return open?.kind === 'announced' && mark.number === (last ?? 0) + 1
    let next = index + 1
    while (lines[next]?.gap === false && readNumber(lines[next]?.text ?? '') === undefined) next++
    const below = lines[next]
    return (
      below !== undefined &&
      readMark(below.text) === undefined &&
      (readNumber(below.text) !== undefined || headingAt(lines, next, headings.isKnown)?.kind !== 'rubric')
    )
  }

  /** A rubric or a list of actions; false when the heading is a part of the text. */
  function beginsHeaded(heading: Heading, index: number): boolean {
    const known = headings.isKnown(heading.text)
    if (heading.kind === 'list') {
      const line = lines[index]
      const next = readNumber(lines[index + heading.length]?.text ?? '')
      if (line === undefined || next === undefined || !mayFollowHeading(next)) return false
      if (listHeadings.has(textKey(heading.text))) {
        note(report.furniture, lines.slice(index, index + heading.length))
        return true
      }
      if (axis.actions.length > 0 && axis.lists.at(-1)?.items.length !== 0) return false
      if (open?.kind === 'slogan' || continuesOpen(line)) return false
      addList(heading.text, lines.slice(index, index + heading.length))
      open = { kind: 'announced', lines: [] }
      return true
    }
    const line = lines[index]
    if (!known && (!headings.allowsOthers || line === undefined || continuesOpen(line))) return false
    if (axis.actions.length === 0) {
      // «Cela suppose :» over a list, in the introduction of an axis of actions, is a sentence.
      if (!known && (axis.lists.length > 0 || (hasNumbers && heading.colon))) return false
      entries = createEntryReader(axis.rubrics)
      place(textKey(heading.text))
    }
    entries?.openRubric(heading.text)
    open = { kind: 'entry', lines: [] }
    return true
  }

  /** Whether a numbered line under the heading of a list will be one of the list's. */
  function mayFollowHeading({ form, number }: NumberMark): boolean {
    if (axis.actions.length > 0) return form === 'dotted'
    const last = lastAnnounced()
    return form === 'doubled' || number === (last ?? 0) + 1 || (form === 'dotted' && last === undefined)
  }

  function lastAnnounced(): number | undefined {
    return axis.lists.findLast((list) => list.items.length > 0)?.items.at(-1)?.number
  }

  function placeLine(line: Line): void {
    const isListed = open?.kind === 'title' || open?.kind === 'entry' || open?.kind === 'stray'
    const entry = isListed
      ? entries?.beginEntry(line, open?.kind === 'entry' ? open.lines : undefined)
      : undefined
    if (entry !== undefined) {
      open = { kind: 'entry', lines: entry }
    } else if (!goesOn(line)) {
      const mayIntroduce = axis.actions.length === 0 && axis.lists.length === 0
      if (open?.kind !== 'stray') beforeStray = open
      if (mayIntroduce) {
        place(introductionPlace)
        entries = undefined
      }
      open = { kind: mayIntroduce ? 'introduction' : 'stray', lines: mayIntroduce ? axis.introduction : [] }
    }
    if (open?.kind === 'stray') note(report.unplaced, [line])
    if (entry === undefined) open?.lines.push(line)
  }

  /** Whether a line goes on with the open text, or with the one that a stray line cut. */
  function goesOn(line: Line): boolean {
    if (open === undefined) return false
    if (readMark(line.text) !== undefined) return holdsList(open.kind === 'stray' ? beforeStray : open)
    if (open.kind === 'entry' && open.lines.every((some) => some.text === '')) return true
    if (!line.gap || continuesOpen(line)) return open.kind !== 'announced' || open.lines.length > 0
    if (open.kind === 'introduction') return true
    if (open.kind === 'slogan') return !endsOpen()
    const last = open.kind === 'stray' ? beforeStray?.lines.at(-1) : undefined
    if (last === undefined || !continuesSentence(last.text, line.text)) return false
    open = beforeStray
    return true
  }

  /** The marks of lists are a part of an entry or of an introduction; a title or a slogan has none. */
  function holdsList(text: Open | undefined): boolean {
    if (text?.kind !== 'entry' && text?.kind !== 'introduction') return false
    open = text
    return true
  }

  function continuesOpen(line: Line): boolean {
    const last = open?.lines.at(-1)
    if (last === undefined || /^\d+$/.test(last.text)) return false
    return continuesSentence(last.text, line.text)
  }

  function endsOpen(): boolean {
    return endsSentence(open?.lines.at(-1)?.text ?? '')
  }

  function addList(heading: string, headingLines: Line[] = []): AxisDraft['lists'][number] {
    place(actionListPlace)
    const list = { heading, headingLines, items: [] }
    axis.lists.push(list)
    listHeadings.add(textKey(heading))
    return list
  }

  function place(key: string): void {
    if (!axis.order.includes(key)) axis.order.push(key)
  }
}
