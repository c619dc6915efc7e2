/**
 * Pasted HTML in which nothing is left for the page's Content-Security-Policy to refuse: no handlers, scripts or style sheets.
 * Styles are kept under another name, for the policy would empty them, also in a document that is never shown, and office
 * suites say there what is bold. One pass, whatever was copied: what is opened and never closed ends it, as it does for a browser.
 */
export function inertHtml(html: string): string {
  const opening = /<[a-z]/gi
  let inert = ''
  let at = 0
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    inert += html.slice(at, found.index)
    const tagEnd = endOfTag(html, found.index)
    if (tagEnd === -1) return inert
    const tag = html.slice(found.index, tagEnd)
    at = tagEnd
    const raw = /^<(style|script)\b/i.exec(tag)?.[1]
    if (raw === undefined) inert += inertTag(tag)
    else {
      const closing = new RegExp(`</${raw}\\s*>`, 'gi')
      closing.lastIndex = tagEnd
      if (closing.exec(html) === null) return inert
      at = closing.lastIndex
    }
    opening.lastIndex = at
  }
  return inert + html.slice(at)
}

/** Where a tag ends, past the signs within its quoted values; -1 where it does not. */
function endOfTag(html: string, start: number): number {
  const sign = /["'>]/g
  sign.lastIndex = start
  for (let found = sign.exec(html); found !== null; found = sign.exec(html)) {
    if (found[0] === '>') return found.index + 1
    const close = html.indexOf(found[0], found.index + 1)
    if (close === -1) return -1
    sign.lastIndex = close + 1
  }
  return -1
}

function inertTag(tag: string): string {
  return tag.replaceAll(
    /([\s"'/])(on[a-z]+|style)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi,
    (_, before: string, name: string, equals: string, value: string) =>
      name.toLowerCase() === 'style' ? `${before}${pastedStyle}${equals}${value}` : before,
  )
}

/** Whether an element was copied with that style; `value` is matched against the whole of it. */
export function hasPastedStyle(dom: HTMLElement, property: string, value: RegExp): boolean {
  const declarations = (dom.getAttribute(pastedStyle) ?? '').split(';')
  return declarations.some((declaration) => {
    const [name, ...rest] = declaration.split(':')
    return name?.trim().toLowerCase() === property && value.test(rest.join(':').trim().toLowerCase())
  })
}

export const pastedStyle = 'data-pasted-style'
