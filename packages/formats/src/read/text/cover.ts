import { plainToLine, type Cover } from '@concerte/schema'

import {
  findAcademy,
  findPeriod,
  isCoverAcademy,
  isCoverTitle,
  isHashtags,
  isWebsite,
} from './cover-lines.ts'
import { joinLines, type Line } from './lines.ts'
import { readMark, readNumber } from './marks.ts'
import type { FindRepeat } from './parts.ts'
import { note, type Report } from './report.ts'

const longestSlogan = 200
const longestYears = 40

/** What the covers of a document say, and the lines of the front that are not cover. */
export type CoverDraft = { cover: Cover; foreword: Line[] }

/** Reads both covers. The academy and the years that no cover names are those that the foreword names. */
export function readCover(
  front: readonly Line[],
  back: readonly Line[],
  findRepeat: FindRepeat,
  report: Report,
): CoverDraft {
  const coverEnd = front.findIndex((line) => !isCoverLine(line.text))
  const cover = front.slice(0, coverEnd < 0 ? front.length : coverEnd)
  const foreword = front.slice(cover.length)
  const title = cover.find((line) => isCoverTitle(line.text))
  const own = [...cover, ...back]
  const period = findPeriod(joinLines(own)) ?? findPeriod(joinLines(foreword))
  const website = takeOnce(own, isWebsite, report)
  return {
    cover: {
      title: plainToLine(title === undefined ? 'Projet académique' : withoutYears(title.text)),
      academy: plainToLine(namedAcademy(own, foreword)),
      slogan: plainToLine(readSlogan(back, findRepeat, report)),
      mention: plainToLine(takeOnce(own, isHashtags, report)),
      ...(period && { period }),
      ...(website !== '' && { website }),
    },
    foreword,
  }
}

function isCoverLine(text: string): boolean {
  return isCoverTitle(text) || isCoverAcademy(text) || isYears(text) || isHashtags(text) || isWebsite(text)
}

function isYears(text: string): boolean {
  return text.length <= longestYears && findPeriod(text) !== undefined && withoutYears(text) === ''
}

function withoutYears(text: string): string {
  return text.replace(/\s*\(?\d{4}\s?[-–/]\s?\d{4}\)?$/u, '')
}

/** The cover's académie, else that of who signs, else the one that the foreword names first. */
function namedAcademy(cover: readonly Line[], foreword: readonly Line[]): string {
  const signed = foreword.filter((line) => /rect(?:eur|rice)/iu.test(line.text))
  const texts = [...cover.filter((line) => isCoverAcademy(line.text)), ...signed].map((line) => line.text)
  for (const text of [...texts, joinLines(foreword)]) {
    const academy = findAcademy(text)
    if (academy !== undefined) return academy
  }
  return ''
}

/** The first line of a form; the same line again is furniture, another one has no place. */
function takeOnce(lines: readonly Line[], isForm: (text: string) => boolean, report: Report): string {
  const [first, ...others] = lines.filter((line) => isForm(line.text))
  if (first === undefined) return ''
  for (const line of others) note(line.text === first.text ? report.furniture : report.unplaced, [line])
  return first.text
}

/** What the back cover says besides hashtags, address and titles of axes. */
function readSlogan(back: readonly Line[], findRepeat: FindRepeat, report: Report): string {
  const slogan: Line[] = []
  for (let index = 0; index < back.length;) {
    const line = back[index]
    if (line === undefined) break
    const repeated = findRepeat(back, index)
    if (repeated > 0) note(report.furniture, back.slice(index, index + repeated))
    else if (!isCoverLine(line.text)) slogan.push(line)
    index += Math.max(1, repeated)
  }
  const text = joinLines(slogan)
  const isSlogan =
    text.length <= longestSlogan &&
    slogan.every((line) => readMark(line.text) === undefined && readNumber(line.text) === undefined)
  if (isSlogan) return text
  note(report.unplaced, slogan)
  return ''
}
