/* What pasting and copying need beyond one field. Nobody needs it before a first one: load it late. */
export { readPasted, type Clipboard, type PastedReading } from './read-pasted.ts'
export { escapeHtml, itemHtml, lineHtml, textHtml, textPlain } from '../copy/clean-text.ts'
