/** Where the line of a node stands in the outline. */
export function lineAnchor(node: string): string {
  return `o-${node}`
}
