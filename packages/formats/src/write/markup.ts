/** A piece of HTML that is safe to write as it stands. */
export type Markup = { readonly html: string }

type Value = Markup | string | number | undefined | readonly Value[]

/** HTML from a template: strings are escaped, for text and for quoted attributes; markup and lists of it are kept. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { html: strings.map((string, index) => string + written(values[index])).join('') }
}

function written(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(written).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
