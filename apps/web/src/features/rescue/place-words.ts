import type { PlaceName, PlanText } from '@concerte/schema'

import type { fr } from './messages.fr.ts'

type Words = typeof fr

/** Where a text stands, in words: «Axe 1 : Réussir › Action 3 : Lire › Mesure 2». */
export function placeWords({ path, field }: PlanText, t: Words): string {
  const names = path.map((name) => nameWords(name, t))
  const fields: Record<string, string | undefined> = t.fields
  // The main text of its node needs no name.
  const isMain = field === 'text' || (field === 'title' && path.at(-1)?.type !== 'cover')
  return [...names, ...(isMain ? [] : [fields[field] ?? field])].join(' › ')
}

/** All of it as one text file. */
export function rescueToPlain(texts: readonly PlanText[], t: Words): string {
  return texts.map((text) => `${placeWords(text, t)}\n${text.words}\n`).join('\n')
}

function nameWords(name: PlaceName, t: Words): string {
  switch (name.type) {
    case 'cover':
      return t.cover
    case 'section':
    case 'group':
      return named(t[name.type], name.title)
    case 'axis':
    case 'action':
      return named(name.number === null ? name.label : `${name.label} ${name.number}`, name.title)
    case 'measure':
    case 'indicator':
    case 'statement':
      return name.position === null ? t[name.type] : `${t[name.type]} ${name.position}`
  }
}

/** Plans are in French, and so is the space before the colon. */
function named(head: string, title: string): string {
  return title === '' ? head : `${head}\u00A0: ${title}`
}
