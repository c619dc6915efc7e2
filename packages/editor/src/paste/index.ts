/* What pasting and copying need beyond one field. Nobody needs it before a first one: load it late. */
export { readPasted, type Clipboard, type PastedReading } from './read-pasted.ts'
export { escapeHtml } from '../static-html.ts'
export { itemHtml, lineHtml, textHtml, textPlain } from '../copy/clean-text.ts'
