/** An address as people give it, with what a link needs in front: `www.education.gouv.fr`, `ce.recteur@ac-exemple.fr`. */
export function wholeAddress(typed: string): string {
  const address = typed.trim()
  if (/^[a-z][a-z+.-]*:/i.test(address)) return address
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`
  return /^[^\s/]+\.\p{L}{2,}(\/\S*)?$/u.test(address) ? `https://${address}` : address
}
