/** An id that nobody else makes. */
export function newId(): string {
  // Not randomUUID: there is none outside HTTPS.
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
