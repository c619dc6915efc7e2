import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  hint: 'Escape then Tab: leave the text. Control and slash: shortcuts.',
  noLink: 'No link in a title.',
  atEdge: 'At the end of the plan already: nowhere further to go.',
  movedNode: {
    measure: 'Measure moved',
    indicator: 'Indicator moved',
    statement: 'Statement moved',
    action: 'Moved',
    group: 'Group of actions moved',
    axis: 'Moved',
    section: 'Part moved',
  },
  moved: (what, at, count, where) => `${what}, ${at} of ${count}, ${where}`,
  indented: 'Sub-point of what comes before. Escape then Tab: leave the text.',
  outdented: 'No longer a sub-point.',
  nothingAbove: 'Nothing above to make it a sub-point of. To go to the next field: Escape, then Tab.',
  hasFields: 'This indicator has a target, a source or other fields: it cannot become a sub-point.',
}
