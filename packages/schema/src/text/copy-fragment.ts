import * as Y from 'yjs'

import { childrenOf, deltaOf, type XmlChild } from './read-fragment.ts'

/**
 * New elements like those of a text, with their unknown elements, attributes, marks and embeds. (Yjs's own `clone`
 * would take a shared type that a hostile replica embedded in a text for its copy.)
 */
export function copyChildren(parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return childrenOf(parent).flatMap(copyChild)
}

/** The same of one of its children; nothing for what no text holds. */
export function copyChild(child: XmlChild): (Y.XmlElement | Y.XmlText)[] {
  if (child instanceof Y.XmlText) {
    const text = new Y.XmlText()
    text.applyDelta(deltaOf(child).filter(({ insert }) => !(insert instanceof Y.AbstractType)))
    return [text]
  }
  if (!(child instanceof Y.XmlElement)) return []
  const element = new Y.XmlElement(child.nodeName)
  for (const [name, value] of Object.entries(child.getAttributes())) {
    if (value !== undefined) element.setAttribute(name, value)
  }
  element.insert(0, copyChildren(child))
  return [element]
}
