import { normalizeBlocks } from '../text/normalize-text.ts'
import type { ComparedValue, TextChange, ValueChange } from './comparison.ts'
import type { NodeContent } from './node-content.ts'
import { isSameJson } from './same-json.ts'

const nothing: NodeContent = { texts: [], values: [] }

/** What differs in the words and fields of one node; everything that it has where one side is null. */
export function compareContent(
  before: NodeContent | null,
  after: NodeContent | null,
): { texts: TextChange[]; values: ValueChange[] } {
  const fields = after ?? before ?? nothing
  const old = new Map((before ?? nothing).texts)
  const now = new Map((after ?? nothing).texts)
  const texts = fields.texts.flatMap(([field]): TextChange[] => {
    const change = { field, before: old.get(field) ?? null, after: now.get(field) ?? null }
    return isTextChange(change) ? [change] : []
  })
  return { texts, values: compareValues((before ?? nothing).values, (after ?? nothing).values) }
}

/** The fields that differ, in the order of those after. */
export function compareValues(before: NodeContent['values'], after: NodeContent['values']): ValueChange[] {
  const [old, now] = [new Map(before), new Map(after)]
  const fields = new Set([...now.keys(), ...old.keys()])
  return [...fields].flatMap((field): ValueChange[] => {
    const [was, is] = [valueOf(old, field), valueOf(now, field)]
    return isSameJson(was, is) ? [] : [{ field, before: was, after: is }]
  })
}

/** A node that came or went shows the texts that hold words, and of the others none. */
function isTextChange({ before, after }: TextChange): boolean {
  if (isSameJson(before, after)) return false
  return !isSameJson(normalizeBlocks(before ?? []), normalizeBlocks(after ?? []))
}

function valueOf(
  values: ReadonlyMap<string, ComparedValue | undefined>,
  field: string,
): ComparedValue | null {
  return values.get(field) ?? null
}
