import { inertHtml, pastedStyle } from '../pasted-html.ts'

/** An element of pasted HTML, without the DOM: comments are gone, names are lower case. */
export type PastedElement = {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: (PastedElement | string)[]
}

/** Parses pasted HTML in a document that is never shown and runs nothing. */
export function parsePastedHtml(html: string): PastedElement {
  return toElement(new DOMParser().parseFromString(inertHtml(html), 'text/html').body)
}

/** The declarations of its style, which pasting keeps under another name. */
export function styleOf({ attributes }: PastedElement): Readonly<Record<string, string>> {
  const declarations = (attributes[pastedStyle] ?? attributes['style'] ?? '').split(';')
  const style: Record<string, string> = {}
  for (const declaration of declarations) {
    const [name = '', ...value] = declaration.split(':')
    style[name.trim().toLowerCase()] = value.join(':').trim().toLowerCase()
  }
  return style
}

function toElement(element: Element): PastedElement {
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes) attributes[name] = value
  const children: PastedElement['children'] = []
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) children.push(child.textContent ?? '')
    else if (child instanceof Element) children.push(toElement(child))
  }
  return { tag: element.localName.toLowerCase(), attributes, children }
}
