/** Whether a line holds hashtags and nothing else. */
export function isHashtags(text: string): boolean {
  return /^#[\p{L}\p{N}][^\s#]*(?:\s+#[\p{L}\p{N}][^\s#]*)*$/u.test(text)
}

/** Whether a line is a web address and nothing else. */
export function isWebsite(text: string): boolean {
  return /^(?:https?:\/\/|www\.)[^\s]{1,400}$/iu.test(text)
}

/** «Projet académique», «Projet d’académie», alone on its line but for its years. */
export function isCoverTitle(text: string): boolean {
  return /^projet\s+(?:académique|d[’']académie|de\s+l[’']académie)(?:\s*\(?\d{4}\s?[-–/]\s?\d{4}\)?)?$/iu.test(
    text,
  )
}

/** «Académie d’Orléans-Tours», alone on its line. */
export function isCoverAcademy(text: string): boolean {
  const academy = findAcademy(text)
  return academy !== undefined && academy.toLowerCase() === text.toLowerCase()
}

/** The académie that a line names, as a cover writes it. */
export function findAcademy(text: string): string | undefined {
  const found =
    /[Aa]cadémie\s+(d[’']\s?|de\s+la\s+|de\s+l[’']|de\s+|du\s+|des\s+)(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*)/u.exec(
      text,
    )
  return found?.[1] === undefined ? undefined : `Académie ${found[1]}${found[2]}`
}

/** The years that a text names as a span: «2024-2028». */
export function findPeriod(text: string): { start: number; end: number } | undefined {
  for (const found of text.matchAll(/(?<!\d)(20\d\d)\s?[-–/]\s?(20\d\d)(?!\d)/gu)) {
    const [start, end] = [Number(found[1]), Number(found[2])]
    if (start < end && end - start <= 10) return { start, end }
  }
  return undefined
}
