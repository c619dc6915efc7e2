import type { TextProfile } from '@concerte/schema'
import * as Y from 'yjs'

import { knownElements, knownMarks } from './known-names.ts'

/**
 * Whether a live editor can show the whole of a text. One that holds elements, marks or attributes that only a newer
 * version knows must not be mounted: the binding deletes what its schema cannot hold. An empty text is supported.
 */
export function isSupportedText(fragment: Y.XmlFragment, profile: TextProfile): boolean {
  return fragment.toArray().every((child) => isSupportedBlock(child, knownElements[profile]))
}

function isSupportedBlock(child: unknown, elements: ReadonlySet<string>): boolean {
  if (!(child instanceof Y.XmlElement) || !elements.has(child.nodeName) || hasAttributes(child)) return false
  if (child.nodeName === 'paragraph') return child.toArray().every(isSupportedRun)
  return child
    .toArray()
    .every(
      (item) =>
        item instanceof Y.XmlElement &&
        item.nodeName === 'listItem' &&
        !hasAttributes(item) &&
        item.toArray().every((inner) => isSupportedBlock(inner, elements)),
    )
}

function isSupportedRun(child: unknown): boolean {
  if (!(child instanceof Y.XmlText)) return false
  const runs: { insert: unknown; attributes?: Record<string, unknown> }[] = child.toDelta()
  return runs.every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' &&
      Object.entries(attributes).every(
        ([mark, value]) => knownMarks.has(mark) && isSupportedMark(mark, value),
      ),
  )
}

function isSupportedMark(mark: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return mark !== 'link'
  const attributes = Object.keys(value)
  return mark === 'link'
    ? 'href' in value && typeof value.href === 'string' && attributes.length === 1
    : attributes.length === 0
}

function hasAttributes(element: Y.XmlElement): boolean {
  return Object.keys(element.getAttributes()).length > 0
}
