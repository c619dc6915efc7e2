/** Gives a file to the browser to keep under `name`. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download reads the address in a later task; revoked at once, it would find nothing.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
