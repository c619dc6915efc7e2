/** What is behind the bar that finds words. It comes late: the bar itself takes what one types from the first key on. */
export { openFind } from './open-find.ts'
export { ReplaceRow } from './replace-row.tsx'
