import { lineToPlain, plainToLine, type LineText, type Project } from '@concerte/schema'

import {
  blockTree,
  heading,
  lineTree,
  linkTo,
  list,
  markdownOf,
  paragraph,
  strong,
  text,
  type TreeBlock,
  type TreeInline,
} from './markdown-tree.ts'
import type {
  PrintedAction,
  PrintedAmendments,
  PrintedAxis,
  PrintedChapter,
  PrintedCover,
  PrintedPart,
  PrintedPlan,
  PrintedRubric,
  PrintedRun,
  PrintedSection,
  PrintedTray,
} from './printed-plan.ts'
import { printProject } from './print-project.ts'
import type { PrintedField } from './printed-fields.ts'
import { amendmentColumns, type WriteOptions } from './words.ts'

/** The whole plan as CommonMark: the headings of the HTML page, without its contents list. */
export function writeMarkdown(project: Project, options: WriteOptions): string {
  const plan = printProject(project, options)
  return markdownOf([
    ...coverTree(plan.cover),
    ...plan.chapters.flatMap((chapter) => chapterTree(chapter, plan)),
  ])
}

function coverTree({ title, academy, period, slogan, mention, website }: PrintedCover): TreeBlock[] {
  const address = website.link === undefined ? text(website.text) : linkTo(website.link, [text(website.text)])
  const lines = [
    lineTree(academy),
    lineTree(plainToLine(period)),
    lineTree(slogan),
    lineTree(mention),
    website.text === '' ? [] : [address],
  ]
  return [heading(1, lineTree(title)), ...lines.filter(isFilled).map(paragraph)]
}

function chapterTree(chapter: PrintedChapter, plan: PrintedPlan): TreeBlock[] {
  switch (chapter.type) {
    case 'section':
      return sectionTree(chapter, 2)
    case 'axis':
      return axisTree(chapter, 2, plan)
    case 'tray':
      return trayTree(chapter, plan)
    case 'amendments':
      return amendmentsTree(chapter, plan)
  }
}

function sectionTree({ title, body, signatory }: PrintedSection, level: number): TreeBlock[] {
  return [heading(level, lineTree(title)), ...blockTree(body), ...blockTree(signatory)]
}

function axisTree(axis: PrintedAxis, level: number, plan: PrintedPlan): TreeBlock[] {
  return [
    heading(level, labelled(axis.label, ' – ', axis.title)),
    ...(lineToPlain(axis.slogan) === '' ? [] : [paragraph(lineTree(axis.slogan))]),
    ...axis.parts.flatMap((part) => partTree(part, level + 1, plan)),
    ...axis.runs.flatMap((run) => runTree(run, level + 1, plan)),
  ]
}

function partTree(part: PrintedPart, level: number, plan: PrintedPlan): TreeBlock[] {
  switch (part.type) {
    case 'introduction':
      return blockTree(part.body)
    case 'rubric':
      return rubricTree(part, level, plan)
    case 'actionList': {
      const items = part.items.map((item) => [paragraph(lineTree(item.title))])
      const numbered = list(items, Number(part.items[0]?.number ?? 1))
      return [...headed(level, part.heading), numbered]
    }
  }
}

function runTree(run: PrintedRun, level: number, plan: PrintedPlan): TreeBlock[] {
  const head = headed(level, run.heading)
  return [...head, ...run.actions.flatMap((action) => actionTree(action, level + head.length, plan))]
}

function actionTree(action: PrintedAction, level: number, plan: PrintedPlan): TreeBlock[] {
  return [
    heading(level, labelled(`${action.number}.`, ' ', action.title)),
    ...fieldsTree(action.fields, plan),
    ...action.rubrics.flatMap((rubric) => rubricTree(rubric, level + 1, plan)),
  ]
}

function rubricTree(rubric: PrintedRubric, level: number, plan: PrintedPlan): TreeBlock[] {
  const items = rubric.entries.map((entry) => [...blockTree(entry.text), ...fieldsTree(entry.fields, plan)])
  return [...headed(level, plainToLine(rubric.heading)), list(items)]
}

function fieldsTree(fields: PrintedField[], { words }: PrintedPlan): TreeBlock[] {
  if (fields.length === 0) return []
  return [list(fields.map(({ name, value }) => [paragraph([strong(name), text(`${words.colon}${value}`)])]))]
}

function trayTree(tray: PrintedTray, plan: PrintedPlan): TreeBlock[] {
  return [
    heading(2, [text(plan.words.tray)]),
    paragraph([text(plan.words.trayNote)]),
    ...tray.rubrics.flatMap((rubric) => rubricTree(rubric, 3, plan)),
    ...tray.runs.flatMap((run) => runTree(run, 3, plan)),
    ...tray.chapters.flatMap((chapter) =>
      chapter.type === 'axis' ? axisTree(chapter, 3, plan) : sectionTree(chapter, 3),
    ),
  ]
}

/** CommonMark has no tables: a list of what each column would say. */
function amendmentsTree({ rows }: PrintedAmendments, { words }: PrintedPlan): TreeBlock[] {
  const { title, none, columns } = words.amendments
  const head = heading(2, [text(title)])
  if (rows.length === 0) return [head, paragraph([text(none)])]
  const lines = rows.flatMap((row) => {
    const items = amendmentColumns
      .filter((name) => name !== 'number' && row[name] !== '')
      .map((name) => [paragraph([strong(columns[name]), text(`${words.colon}${row[name]}`)])])
    return [heading(3, [text(`${columns.number} ${row.number}`)]), list(items)]
  })
  return [head, ...lines]
}

function headed(level: number, line: LineText): TreeBlock[] {
  return lineToPlain(line).trim() === '' ? [] : [heading(level, lineTree(line))]
}

function labelled(label: string, separator: string, title: LineText): TreeInline[] {
  return title.length === 0 ? [text(label)] : [text(`${label}${separator}`), ...lineTree(title)]
}

function isFilled(line: TreeInline[]): boolean {
  return line.length > 0
}
