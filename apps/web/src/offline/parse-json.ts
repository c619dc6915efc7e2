/** What the device kept; null where that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Written by another version: as good as not there.
    return null
  }
}
