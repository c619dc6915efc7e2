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
    const plain = /[^\s\d] [;:!?»]|« |\p{L}'\p{L}|\.\.\.|\u202F:|\u00A0[;!?]/u
    expect(stringsIn(file).filter((text) => plain.test(text))).toEqual([])
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

function program(source: string): unknown {
  const parsed = parseSync('source.tsx', source)
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

function englishOf(file: string): string {
  return file.replace('.fr.ts', '.en.ts')
}
