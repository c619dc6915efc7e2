import * as Y from 'yjs'

/** Whether what stands in a text is a list. */
export function isList(child: unknown): child is Y.XmlElement {
  return (
    child instanceof Y.XmlElement && (child.nodeName === 'bulletList' || child.nodeName === 'orderedList')
  )
}
