import { useEffect } from 'react'

import { enterNode } from '../keys/enter-node.ts'
import { usePlan } from '../plan-context.ts'
import { nodeOfHash } from './reveal.ts'

/** Goes to the node that the address names: on arrival, at a link within the plan, and on the way back through those followed. */
export function useAddressedNode(): void {
  const tools = usePlan()
  const { reveal } = tools
  useEffect(() => {
    const follow = () => {
      const node = nodeOfHash(location.hash)
      if (node !== null) reveal(node)
    }
    // Before the browser follows the link itself, which also tells it where Tab goes on from.
    const onClick = ({ target, detail }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a[href^="#n-"]') : null
      const node = nodeOfHash(link?.getAttribute('href') ?? '')
      if (node === null) return
      reveal(node)
      // Followed by a key: the browser leaves the focus nowhere.
      if (detail === 0) setTimeout(() => enterNode(tools, node), 0)
    }
    const stop = new AbortController()
    document.addEventListener('click', onClick, { signal: stop.signal })
    globalThis.addEventListener('popstate', follow, { signal: stop.signal })
    // The place that the address names came after the page, of which this is still part.
    queueMicrotask(() => {
      if (!stop.signal.aborted) follow()
    })
    return () => stop.abort()
  }, [tools, reveal])
}
