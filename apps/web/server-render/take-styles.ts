/**
 * Takes the `style` attributes out of markup that React made: the Content-Security-Policy refuses them, and lets one style element with
 * the page's own nonce in. React and `@concerte/editor/static` escape every quotation mark, so only attributes look like one.
 */
export function takeStyles(markup: string): { markup: string; styles: string } {
  const names = new Map<string, string>()
  const taken = markup.replaceAll(/ style="([^"]*)"/g, (_attribute, value: string) => {
    const declarations = unescape(value)
    // What could be more than declarations is none of ours.
    if (/[{}<>\\@]/.test(declarations)) return ''
    const name = names.get(declarations) ?? String(names.size)
    names.set(declarations, name)
    return ` data-style="${name}"`
  })
  const rules = [...names].map(([declarations, name]) => `[data-style="${name}"]{${declarations}}`)
  return { markup: taken, styles: rules.join('') }
}

function unescape(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
