import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalogues = files('**/messages.fr.ts')

describe('catalogues', () => {
  it('every French one has its English one', () => {
    expect(catalogues.length).toBeGreaterThan(5)
    expect(files('**/messages.en.ts')).toEqual(catalogues.map(englishOf))
  })

  it.each(catalogues)('%s and its English hold the same keys, none of them empty', async (file) => {
    const fr = leaves(await exported(file, 'fr'))
    const en = leaves(await exported(englishOf(file), 'en'))
    expect(en.map(([key]) => key)).toEqual(fr.map(([key]) => key))
    expect([...fr, ...en].filter(([, value]) => value === '')).toEqual([])
  })

  it.each(catalogues)('%s keeps French typography', (file) => {
    const plain = /[^\s\d] [;:!?»]|« |\.\.\.|\u202F:|\u00A0[;!?]/u
    const unspaced = /[\p{L}\d)»][;:!?](?:\s|$)|«[^\u00A0]|[^\u00A0]»/u
    expect(stringsIn(file).filter((text) => plain.test(text) || unspaced.test(text))).toEqual([])
  })

  it.each([...catalogues, ...catalogues.map(englishOf)])('%s has no straight quotes', (file) => {
    expect(stringsIn(file).filter((text) => /\p{L}'|'\p{L}|"/u.test(text))).toEqual([])
  })

  it.each(catalogues)('every word of %s is used', async (file) => {
    const keys = leaves(await exported(file, 'fr'))
      .flatMap(([path]) => path.split('.').slice(1))
      // Numbers are counted.
      .filter((key) => /\p{L}/u.test(key))
    expect([...new Set(keys)].filter((key) => !usedNames().has(key))).toEqual([])
  })
})

describe('code', () => {
  it.each(files('**/*.{ts,tsx}').filter(isCode))('%s holds no sentence', (file) => {
    if (bilingual.has(file)) return
    expect(sentencesOf(readFileSync(`${root}/${file}`, 'utf8'), file)).toEqual([])
  })

  it('a sentence in code is found; what people never read is none', () => {
    const source = `
      import x from './a file.ts'
      throw new UnknownThingError('No such thing')
      type Word = 'An Other'
      say('Annulé'); say(\`\${n} lignes retirées\`); const words = { title: 'Annuler' }
      element.querySelector('a b'); const a = <path d="M2 4l4 4" className="one two" />
      if (event.key === 'Escape') document.title = b ? 'Le plan' : ''`
    expect(sentencesOf(source).toSorted()).toEqual(['Annuler', 'Annulé', 'Le plan', '_ lignes retirées'])
  })
})

describe('components', () => {
  it.each(files('**/*.tsx'))('%s says nothing outside the catalogues', (file) => {
    expect(wordsIn(file)).toEqual([])
  })

  it('a word in a component is found, wherever it stands', () => {
    const source = `const a = <p title="un" className="x">deux {b ? 'trois' : \`quatre \${c}\`}{d && 'cinq'}<i aria-label={e ?? 'six'} /></p>`
    expect(wordsOf(source).toSorted()).toEqual(['cinq', 'deux', 'quatre', 'six', 'trois', 'un'])
  })
})

/** Attributes that are shown or read out. */
const spoken = new Set(
  'alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext description heading label lead placeholder title'.split(
    ' ',
  ),
)

/** What a browser or a library calls things by, and the name of the product. */
const names = new Set(
  'Alt Backspace Concerte Control Ctrl Delete End Enter Escape Home Key Meta Mod PageDown PageUp Shift Space Tab'.split(
    ' ',
  ),
)
/** Hold words of both languages by their nature: how dates are told, and how they may be typed. */
const bilingual = new Set(['i18n/dates.ts', 'features/plan/values/partial-date.ts'])
/** Their arguments are for those who develop. */
const unseenCalls = /Error$|^(?:querySelector(?:All)?|closest|matches|replaceSync|insertRule)$/
/** Their values are for the browser. */
const unseenAttributes = /^(?:className|placement|d|viewBox|points|transform|style|rel|sizes|id|key|data-.*)$/

/** Strings of a source that read like words for people: two words or more, a capital with small letters, an accent, an ellipsis. */
function sentencesOf(source: string, file = 'source.tsx'): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item)
    if (!isNode(value) || isUnseen(value)) return
    if (value.type === 'Literal' && typeof value['value'] === 'string') found.push(value['value'])
    if (value.type === 'TemplateLiteral') {
      const parts = nodesOf(value['quasis']).map((part) => textOf(part['value']))
      // What a value stands in: `${field}Date` begins no word.
      found.push(parts.join('_'))
      return look(value['expressions'])
    }
    if (value.type === 'JSXText') found.push(String(value['value']))
    for (const [key, item] of Object.entries(value)) if (key !== 'parent') look(item)
  }
  look(program(source, file))
  return found.filter(
    (text) =>
      !names.has(text.replaceAll(/[^\p{L}]+/gu, '')) &&
      (/\p{L}{2}[,.]?[\s\u00A0\u202F]+\p{L}{2}/u.test(text) ||
        /[À-ÿ]|\p{L}…|« /u.test(text) ||
        /(?:^|\s)\p{Lu}\p{Ll}{2,}(?:$|[\s,.!?])/u.test(text)),
  )
}

function isUnseen(node: Node): boolean {
  if (/^(?:Import|Export(?:All|Named))Declaration$|^ImportExpression$/.test(node.type)) {
    return isNode(node['source'])
  }
  if (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(node.type)) return true
  if (node.type === 'JSXAttribute' && isNode(node['name'])) {
    return unseenAttributes.test(String(node['name']['name']))
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false
  const callee = node['callee']
  if (!isNode(callee)) return false
  const called = callee.type === 'MemberExpression' ? callee['property'] : callee
  return isNode(called) && unseenCalls.test(String(called['name']))
}

let used: ReadonlySet<string> | undefined

/** Every name and every string in the code of the application, and of the packages whose codes and kinds it puts in words. */
function usedNames(): ReadonlySet<string> {
  if (used !== undefined) return used
  const folders = [
    root,
    ...['api', 'schema', 'sync', 'editor'].map((name) => `${root}/../../../packages/${name}/src`),
  ]
  const sources = folders.flatMap((folder) =>
    globSync('**/*.{ts,tsx}', { cwd: folder })
      .filter(isCode)
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  )
  used = new Set(sources.flatMap((source) => source.match(/[\p{L}_$][\p{L}\d_$-]*/gu) ?? []))
  return used
}

type Node = { type: string; [key: string]: unknown }

function wordsIn(file: string): string[] {
  return wordsOf(readFileSync(`${root}/${file}`, 'utf8'))
}

function wordsOf(source: string): string[] {
  const found: string[] = []
  walk(program(source), (node) => {
    if (node.type === 'JSXText') found.push(...said(node))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of childrenOf(node)) {
        if (child.type === 'JSXExpressionContainer') found.push(...said(child))
      }
    }
    if (node.type === 'JSXAttribute' && isNode(node['name']) && spoken.has(String(node['name']['name']))) {
      found.push(...said(node['value']))
    }
  })
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))
}

/** The strings that an expression can give by itself, without what it calls or reads. */
function said(node: unknown): string[] {
  if (!isNode(node)) return []
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return [String(node['value'])]
    case 'TemplateLiteral':
      return nodesOf(node['quasis']).map((quasi) => textOf(quasi['value']))
    case 'ConditionalExpression':
      return [...said(node['consequent']), ...said(node['alternate'])]
    case 'LogicalExpression':
      return [...said(node['left']), ...said(node['right'])]
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return said(node['expression'])
    default:
      return []
  }
}

function stringsIn(file: string): string[] {
  const found: string[] = []
  walk(program(readFileSync(`${root}/${file}`, 'utf8')), (node) => {
    if (node.type === 'ImportDeclaration') return
    if (node.type === 'Literal' && typeof node['value'] === 'string') found.push(node['value'])
    if (node.type === 'TemplateElement') found.push(textOf(node['value']))
  })
  return found
}

function program(source: string, file = 'source.tsx'): unknown {
  const parsed = parseSync(file, source)
  expect(parsed.errors).toEqual([])
  return parsed.program
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  if (!isNode(value)) return
  visit(value)
  for (const [key, item] of Object.entries(value)) if (key !== 'parent') walk(item, visit)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function childrenOf(node: Node): Node[] {
  return nodesOf(node['children'])
}

/** The text of a template's part, which the parser gives as `{ raw, cooked }`. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
}

async function exported(file: string, name: string): Promise<unknown> {
  const module: unknown = await import(/* @vite-ignore */ `${root}/${file}`)
  return typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined
}

function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, `${path}.${key}`))
}

function files(pattern: string): string[] {
  return globSync(pattern, { cwd: root }).toSorted()
}

function isCode(file: string): boolean {
  return !/messages\.(?:fr|en)\.ts$|\.test\.ts$/.test(file)
}

function englishOf(file: string): string {
  return file.replace('.fr.ts', '.en.ts')
}
