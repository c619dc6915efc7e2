import { lineAnchor } from '../outline/line-anchor.ts'
import { nodeAnchor } from '../page/reveal.ts'

/** Lets a node look lifted, in the page and in the outline, until the answer is called. */
export function markLifted(node: string): () => void {
  const lifted = [nodeAnchor(node), lineAnchor(node)]
    .map((id) => document.getElementById(id))
    .filter((element) => element !== null)
  for (const element of lifted) element.setAttribute('data-lifted', '')
  return () => {
    for (const element of lifted) element.removeAttribute('data-lifted')
  }
}
