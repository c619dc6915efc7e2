import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Page } from 'playwright-core'
import { parseSync } from 'vite'

const root = fileURLToPath(new URL('../../src/', import.meta.url))

/**
 * What an English page says in French, outside what is marked as French: words of the French catalogues, and letters and
 * signs that only French has. Words of the page, and the names of what one cannot see.
 */
export async function frenchIn(page: Page): Promise<string[]> {
  const said = await page.evaluate(readPage)
  const { whole, parts } = frenchWords()
  return said
    .filter(({ text, isSeen }) => {
      const words = plain(text)
      // A name may hold words of the plan, which are French for good.
      return (
        whole.has(words) || parts.some((part) => holds(words, part)) || (isSeen && frenchSigns.test(text))
      )
    })
    .map(({ text, from }) => `${from}: ${text}`)
}

const frenchSigns = /[«»\u202F]|\u00A0:|[àâçèéêëîïôœùû]|\d+\s?h\s?\d\d|\d,\d/i
/** The same in both languages. */
const borrowed = /Académie|académique/gi

/** As words of their own: «en discussion» is not in “open discussions”. */
function holds(words: string, part: string): boolean {
  const at = words.indexOf(part)
  if (at === -1) return false
  const around = [words.charAt(at - 1), words.charAt(at + part.length)]
  const [first, last] = [part.charAt(0), part.at(-1) ?? '']
  return !((isLetter(first) && isLetter(around[0] ?? '')) || (isLetter(last) && isLetter(around[1] ?? '')))
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character)
}

type Said = { text: string; from: string; isSeen: boolean }

function readPage(): Said[] {
  const named = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description', 'aria-valuetext']
  const told: Said[] = [{ text: document.title, from: 'title', isSeen: false }]
  for (const element of document.body.querySelectorAll('*')) {
    const language = element.closest('[lang]')?.getAttribute('lang')
    if (language === 'fr' || /^(?:SCRIPT|STYLE|TEMPLATE)$/.test(element.tagName)) continue
    // The browser's own list beside one of ours, which only autofill reads.
    if (element.closest('[hidden], [aria-hidden=true] select') !== null) continue
    for (const name of named) {
      const text = element.getAttribute(name)
      if (text !== null && text.trim() !== '') told.push({ text, from: name, isSeen: false })
    }
    for (const child of element.childNodes) {
      const text = child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '') : ''
      if (text.trim() !== '') told.push({ text, from: element.tagName, isSeen: true })
    }
  }
  return told
}

let known: { whole: ReadonlySet<string>; parts: readonly string[] } | undefined

/** What the catalogues say in French and not in English: whole, and as parts of what takes parameters. */
function frenchWords(): { whole: ReadonlySet<string>; parts: readonly string[] } {
  if (known !== undefined) return known
  const english = new Set(stringsIn('en').map(plain))
  const french = stringsIn('fr')
    .map(plain)
    .filter((words) => /\p{L}{3}/u.test(words) && !english.has(words))
  const inEnglish = [...english].join('\n')
  known = {
    whole: new Set(french),
    // Two words at least: one alone may be a name, or part of another word.
    parts: french.filter((words) => /\p{L}{2}.* .*\p{L}{3}/u.test(words) && !inEnglish.includes(words)),
  }
  return known
}

function stringsIn(language: 'fr' | 'en'): string[] {
  return globSync(`**/messages.${language}.ts`, { cwd: root }).flatMap((file) =>
    stringsOf(readFileSync(root + file, 'utf8')),
  )
}

function plain(text: string): string {
  return text.replaceAll(borrowed, '').replaceAll(/\s+/g, ' ').trim()
}

type Node = { type: string; [key: string]: unknown }

/** The strings of a source, and the fixed parts of its templates. */
function stringsOf(source: string): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item)
    if (!isNode(value) || value.type === 'ImportDeclaration') return
    if (value.type === 'Literal' && typeof value['value'] === 'string') found.push(value['value'])
    if (value.type === 'TemplateElement') found.push(cooked(value['value']))
    for (const [key, item] of Object.entries(value)) if (key !== 'parent') look(item)
  }
  look(parseSync('catalogue.ts', source).program)
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function cooked(value: unknown): string {
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
}
