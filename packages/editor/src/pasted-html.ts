/**
 * Pasted HTML in which nothing is left for the page's Content-Security-Policy to refuse: no handlers, scripts or style sheets.
 * Styles are kept under another name, for the policy would empty them, also in a document that is never shown, and office
 * suites say there what is bold.
 */
export function inertHtml(html: string): string {
  return html
    .replaceAll(/<(style|script)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) =>
      tag.replaceAll(
        /([\s"'/])(on[a-z]+|style)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi,
        (_, before: string, name: string, equals: string, value: string) =>
          name.toLowerCase() === 'style' ? `${before}${pastedStyle}${equals}${value}` : before,
      ),
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
