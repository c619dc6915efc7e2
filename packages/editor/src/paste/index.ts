/* What pasting needs beyond one field. Nobody needs it before a first paste: load it late. */
export { readPasted, type Clipboard, type PastedReading } from './read-pasted.ts'
