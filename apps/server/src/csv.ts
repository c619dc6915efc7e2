/**
 * A table as CSV for spreadsheets: semicolons, CRLF, a byte order mark so that accents are read right everywhere. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(toCell).join(';')}\r\n`).join('')}`
}

function toCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r|]/.test(text) ? `'${text}` : text
  return /[";\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
