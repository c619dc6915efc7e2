import { lineToPlain, plainToLine, type LineText, type Project } from '@concerte/schema'

import { editionBand, editionFoot } from './edition.ts'
import { amendmentsMarkup } from './html-amendments.ts'
import { htmlStyle } from './html-style.ts'
import { blocksMarkup, fixed, headingMarkup, itemMarkup, lineMarkup } from './html-text.ts'
import { markup, type Markup } from './markup.ts'
import { printProject } from './print-project.ts'
import type { PrintedField } from './printed-fields.ts'
import type {
  PrintedAction,
  PrintedActionList,
  PrintedAxis,
  PrintedChapter,
  PrintedCover,
  PrintedEntry,
  PrintedPart,
  PrintedPlan,
  PrintedRubric,
  PrintedRun,
  PrintedSection,
  PrintedTray,
} from './printed-plan.ts'
import type { Edition, WriteOptions } from './words.ts'

// Ids of nodes hold only letters, digits, `_` and `-`, so these never meet one of them.
const mainId = ':content'
const trayId = ':tray'
const amendmentsId = ':amendments'

/**
 * The whole plan as one page that stands alone: no script, no other file, fit for eye, ear and printer. With an `edition` it
 * says that it is the official version, and where its files are.
 */
export function writeHtml(project: Project, options: WriteOptions & { edition?: Edition }): string {
  const plan = printProject(project, options)
  const { words } = plan
  const { edition } = options
  return markup`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${plan.documentTitle}</title>
<style>${{ html: htmlStyle }}</style>
</head>
<body>
<a class="skip" href="#${mainId}">${fixed(words.skipToContent, plan)}</a>
${edition === undefined ? undefined : editionBand(edition, plan)}${coverMarkup(plan.cover)}
<nav class="contents" aria-labelledby=":contents">
<h2 id=":contents">${fixed(words.contents, plan)}</h2>
<ol>
${plan.chapters.map((chapter) => contentsItem(chapter, plan))}</ol>
</nav>
<main id="${mainId}" tabindex="-1">
${plan.chapters.map((chapter) => chapterMarkup(chapter, plan))}</main>
${edition === undefined ? undefined : editionFoot(edition, plan)}</body>
</html>
`.html
}

function coverMarkup(cover: PrintedCover): Markup {
  const { website } = cover
  const address =
    website.link === undefined
      ? markup`${website.text}`
      : markup`<a href="${website.link}">${website.text}</a>`
  return markup`<header class="cover">
${paragraph('academy', lineMarkup(cover.academy))}<h1>${lineMarkup(cover.title)}</h1>
${paragraph('period', cover.period === '' ? [] : [markup`${cover.period}`])}${paragraph('slogan', lineMarkup(cover.slogan))}<div class="stripes" aria-hidden="true">${cover.colours.map((colour) => markup`<span style="background:${colour}"></span>`)}</div>
${paragraph('foot', lineMarkup(cover.mention))}${paragraph('foot', website.text === '' ? [] : [address])}</header>`
}

function paragraph(className: string, content: Markup[]): Markup {
  return content.length === 0 ? markup`` : markup`<p class="${className}">${content}</p>\n`
}

function contentsItem(chapter: PrintedChapter, plan: PrintedPlan): Markup {
  switch (chapter.type) {
    case 'section':
      return markup`<li><a href="#${chapter.id}">${lineMarkup(unlinked(chapter.title))}</a></li>\n`
    case 'tray':
      return markup`<li><a href="#${trayId}">${fixed(plan.words.tray, plan)}</a></li>\n`
    case 'amendments':
      return markup`<li><a href="#${amendmentsId}">${fixed(plan.words.amendments.title, plan)}</a></li>\n`
    case 'axis': {
      const actions = chapter.runs.flatMap((run) => run.actions)
      const inner = actions.map((action) => contentsLink(action.id, `${action.number}.`, action.title))
      const list = inner.length === 0 ? undefined : markup`\n<ol>\n${inner.map(listItem)}</ol>`
      const title = contentsLink(chapter.id, chapter.label, chapter.title, ' – ')
      return markup`<li style="--fill:${chapter.palette.fill}">${title}${list}</li>\n`
    }
  }
}

function contentsLink(id: string, label: string, title: LineText, separator = ' '): Markup {
  const between = title.length === 0 ? undefined : separator
  return markup`<a href="#${id}">${label}${between}${lineMarkup(unlinked(title))}</a>`
}

function listItem(content: Markup): Markup {
  return markup`<li>${content}</li>\n`
}

/** A line that may stand within a link. */
function unlinked(line: LineText): LineText {
  return line.map(({ link: _link, ...inline }) => inline)
}

function chapterMarkup(chapter: PrintedChapter, plan: PrintedPlan): Markup {
  switch (chapter.type) {
    case 'section':
      return sectionMarkup(chapter, 2)
    case 'axis':
      return axisMarkup(chapter, 2)
    case 'tray':
      return trayMarkup(chapter, plan)
    case 'amendments':
      return amendmentsMarkup(chapter, amendmentsId, plan)
  }
}

function sectionMarkup(section: PrintedSection, level: number): Markup {
  const signatory =
    section.signatory.length === 0
      ? undefined
      : markup`<div class="signatory">\n${blocksMarkup(section.signatory)}</div>\n`
  return markup`<section>
${headingMarkup(level, section.title, { id: section.id })}${blocksMarkup(section.body)}${signatory}</section>
`
}

function axisMarkup(axis: PrintedAxis, level: number): Markup {
  const { fill, onFill, ink, wash } = axis.palette
  return markup`<section class="axis" style="--fill:${fill};--on-fill:${onFill};--ink:${ink};--wash:${wash}">
<div class="opening">
${headingMarkup(level, axis.title, { id: axis.id, label: axis.label })}${paragraph('slogan', lineMarkup(axis.slogan))}</div>
${axis.parts.map((part) => partMarkup(part, level + 1))}${axis.runs.map((run) => runMarkup(run, level + 1))}</section>
`
}

function partMarkup(part: PrintedPart, level: number): Markup {
  switch (part.type) {
    case 'introduction':
      return markup`<div class="introduction">\n${blocksMarkup(part.body)}</div>\n`
    case 'rubric':
      return rubricMarkup(part, level)
    case 'actionList':
      return actionListMarkup(part, level)
  }
}

function actionListMarkup(list: PrintedActionList, level: number): Markup {
  const items = list.items.map(({ id, number, title }) => {
    const link = title.length === 0 ? undefined : markup`<a href="#${id}">${lineMarkup(unlinked(title))}</a>`
    return markup`<li value="${number}">${link}</li>\n`
  })
  const heading = list.heading.length === 0 ? undefined : headingMarkup(level, list.heading)
  return markup`<div class="announced">\n${heading}<ol>\n${items}</ol>\n</div>\n`
}

function runMarkup(run: PrintedRun, level: number): Markup {
  const isHeaded = lineToPlain(run.heading).trim() !== ''
  const id = run.id === undefined ? {} : { id: run.id }
  const heading = isHeaded ? headingMarkup(level, run.heading, { ...id, className: 'group' }) : undefined
  return markup`${heading}${run.actions.map((action) => actionMarkup(action, isHeaded ? level + 1 : level))}`
}

function actionMarkup(action: PrintedAction, level: number): Markup {
  return markup`<article class="action">
${headingMarkup(level, action.title, { id: action.id, label: action.label })}${fieldsMarkup(action.fields)}${action.rubrics.map((rubric) => rubricMarkup(rubric, level + 1))}</article>
`
}

function rubricMarkup(rubric: PrintedRubric, level: number): Markup {
  const heading = rubric.heading === '' ? undefined : headingMarkup(level, plainToLine(rubric.heading))
  const className = `rubric ${rubric.entries[0]?.type ?? ''}`
  return markup`<div class="${className}">\n${heading}<ul>\n${rubric.entries.map(entryMarkup)}</ul>\n</div>\n`
}

function entryMarkup(entry: PrintedEntry): Markup {
  return markup`<li id="${entry.id}">${itemMarkup(entry.text)}${fieldsMarkup(entry.fields)}</li>\n`
}

function fieldsMarkup(fields: PrintedField[]): Markup | undefined {
  if (fields.length === 0) return undefined
  return markup`<dl>\n${fields.map(({ name, value }) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>\n`
}

function trayMarkup(tray: PrintedTray, plan: PrintedPlan): Markup {
  const { words } = plan
  const heading = markup`<h2 id="${trayId}">${fixed(words.tray, plan)}</h2>`
  const rubrics = tray.rubrics.map((rubric) => rubricMarkup(rubric, 3))
  const runs = tray.runs.map((run) => runMarkup(run, 3))
  const chapters = tray.chapters.map((chapter) =>
    chapter.type === 'axis' ? axisMarkup(chapter, 3) : sectionMarkup(chapter, 3),
  )
  return markup`<section class="tray">
${heading}
<p>${fixed(words.trayNote, plan)}</p>
${rubrics}${runs}${chapters}</section>
`
}
