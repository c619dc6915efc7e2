import {
  axisPalette,
  lineToPlain,
  plainToLine,
  rubricHeading,
  type LineText,
  type Period,
  type Project,
  type Section,
  type Unplaced,
  findRubric,
} from '@concerte/schema'

import { cleanText } from './clean-text.ts'
import { printedAxis, printedRubric, printedRun, type PrintContext } from './print-axis.ts'
import type {
  PrintedChapter,
  PrintedCover,
  PrintedPlan,
  PrintedSection,
  PrintedTray,
} from './printed-plan.ts'
import { printedBlocks, printedLine } from './printed-text.ts'
import { websiteLink } from './web-address.ts'
import { wordsIn, type AmendmentRow, type WriteOptions } from './words.ts'

/** What is printed of a plan. Every word of the plan stands in it; nothing else decides what an export shows. */
export function printProject(project: Project, options: WriteOptions): PrintedPlan {
  const context: PrintContext = {
    locale: options.locale,
    words: wordsIn(options.locale),
    template: project.template,
    listsActions: project.template.axis.some((slot) => slot.type === 'actionList'),
  }
  const cover = printedCover(project, context)
  const chapters: PrintedChapter[] = [
    ...project.front.map((section) => printedSection(section, context)),
    ...project.axes.map((axis) => printedAxis(axis, context)),
    ...project.back.map((section) => printedSection(section, context)),
  ]
  if (project.unplaced.length > 0) chapters.push(printedTray(project.unplaced, context))
  const { amendments } = options.annexes ?? {}
  if (amendments !== undefined) chapters.push({ type: 'amendments', rows: amendments.map(cleanRow) })
  const name = [lineToPlain(cover.title), cover.period].filter((part) => part !== '').join(' ')
  const documentTitle = [name, lineToPlain(cover.academy)].filter((part) => part !== '').join(' – ')
  return { locale: context.locale, words: context.words, documentTitle, cover, chapters }
}

function cleanRow(row: AmendmentRow): AmendmentRow {
  const { number, place, author, proposal, fate, reason } = row
  return {
    number: cleanText(number),
    place: cleanText(place),
    author: cleanText(author),
    proposal: cleanText(proposal),
    fate: cleanText(fate),
    reason: cleanText(reason).trim(),
  }
}

function printedCover({ cover, axes }: Project, { words }: PrintContext): PrintedCover {
  const website = cleanText(cover.website ?? '').trim()
  const link = websiteLink(website)
  return {
    title: titleOr(cover.title, words.untitledPlan),
    academy: printedLine(cover.academy),
    slogan: printedLine(cover.slogan),
    mention: printedLine(cover.mention),
    period: printedPeriod(cover.period),
    website: link === undefined ? { text: website } : { text: website, link },
    colours: axes.map((axis) => axisPalette(axis).fill),
  }
}

function printedPeriod(period: Period | undefined): string {
  if (period === undefined) return ''
  return period.start === period.end ? String(period.start) : `${period.start}-${period.end}`
}

function printedSection(section: Section, { words, template }: PrintContext): PrintedSection {
  const label = cleanText(template.labels.foreword).trim() || words.foreword
  const unnamed = section.kind === 'foreword' ? label : words.annex
  return {
    type: 'section',
    id: section.id,
    title: titleOr(section.title, unnamed),
    body: printedBlocks(section.body),
    signatory: printedBlocks(section.signatory),
  }
}

function printedTray(unplaced: readonly Unplaced[], context: PrintContext): PrintedTray {
  const tray: PrintedTray = { type: 'tray', chapters: [], runs: [], rubrics: [] }
  const unlisted = { ...context, listsActions: false }
  for (const { node, rubric } of unplaced) {
    switch (node.type) {
      case 'section':
        tray.chapters.push(printedSection(node, context))
        break
      case 'axis':
        tray.chapters.push(printedAxis(node, context))
        break
      case 'group':
        tray.runs.push(printedRun({ group: node, actions: node.actions }, unlisted))
        break
      case 'action':
        tray.runs.push(printedRun({ actions: [node] }, unlisted))
        break
      case 'measure':
      case 'statement':
      case 'indicator':
        tray.rubrics.push(...printedRubric([node], (count) => headingById(rubric, count, context), context))
        break
    }
  }
  return tray
}

function headingById(id: string | undefined, count: number, { template }: PrintContext): string {
  const known = findRubric(template, id)
  return known === undefined ? '' : rubricHeading(known, count)
}

function titleOr(title: LineText, unnamed: string): LineText {
  const printed = printedLine(title)
  return lineToPlain(printed).trim() === '' ? plainToLine(unnamed) : printed
}
