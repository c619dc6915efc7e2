import * as Y from 'yjs'

/*
 * A second reading of documents, from Yjs's own lists: what is in them, wherever it stands, with nothing of the code
 * that judges updates. Marks show on what they mark: Yjs tidies those away that mark nothing.
 */

// Yjs offers no other way into its lists.
// oxlint-disable eslint/no-underscore-dangle

type Type = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

/** Everything live in a document, by root; roots that hold nothing are left out. */
export function dumpDocument(doc: Y.Doc): Map<string, string> {
  const roots = new Map<string, string>()
  for (const [name, type] of doc.share) {
    const dump = dumpType(type)
    if (dump !== emptyDump) roots.set(name, dump)
  }
  return new Map(inOrder(roots))
}

/** The live values of a map, by key, each dumped. */
export function dumpEntries(type: Type): Map<string, string> {
  const entries = new Map<string, string>()
  for (const [key, item] of type._map) {
    if (!item.deleted) entries.set(key, dumpContent(item.content))
  }
  return entries
}

/** The state vector, in an order of its own. */
export function dumpStateVector(doc: Y.Doc): string {
  const vector = [...Y.decodeStateVector(Y.encodeStateVector(doc))]
  return JSON.stringify(vector.toSorted(([a], [b]) => a - b))
}

export function dumpType(type: Type): string {
  const list: string[] = []
  const marks = new Map<string, string>()
  /** Words that follow each other with the same marks: however Yjs has cut them up. */
  const run = { marks: '', text: '' }
  const endRun = (): void => {
    if (run.text !== '') list.push(`${run.marks}${JSON.stringify(run.text)}`)
    run.text = ''
  }
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key)
      else marks.set(content.key, toText(content.value))
      continue
    }
    const marked = marks.size === 0 ? '' : JSON.stringify(inOrder(marks))
    if (!(content instanceof Y.ContentString) || run.marks !== marked) endRun()
    if (content instanceof Y.ContentString)
      Object.assign(run, { marks: marked, text: run.text + content.str })
    else list.push(marked + dumpContent(content))
  }
  endRun()
  const name = type instanceof Y.XmlElement ? type.nodeName : ''
  const map = inOrder(dumpEntries(type))
  return `<${name} ${map.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(' ')}>${list.join(',')}</>`
}

const emptyDump = '< ></>'

function dumpContent(content: unknown): string {
  if (content instanceof Y.ContentType) return `${content.type.constructor.name}${dumpType(content.type)}`
  if (content instanceof Y.ContentString) return `string${JSON.stringify(content.str)}`
  if (content instanceof Y.ContentEmbed) return `embed${toText(content.embed)}`
  if (content instanceof Y.ContentBinary) return `binary${content.content.join()}`
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return `any${content.arr.map(toText).join()}`
  return String(content?.constructor.name)
}

/** JSON, and what JSON has no words for. */
function toText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'bigint' || typeof inner === 'number' ? String(inner) : inner,
    ) ?? 'undefined'
  )
}

function inOrder(map: ReadonlyMap<string, string>): [string, string][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
