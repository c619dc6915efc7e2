import type { Presence } from '../store/presence.ts'

/** Milliseconds that the page stands still before it counts as looked at. */
const pause = 400

/** Tells the others which part of the plan one looks at: the text that one writes in as long as it is in the window, else what stands in its middle. */
export function watchView(
  root: HTMLElement,
  { presence, isPaused }: { presence: Pick<Presence, 'lookAt'>; isPaused: () => boolean },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    timer = undefined
    if (isPaused()) return
    const node = nodeOf(focusedIn(root) ?? inMiddleOf(root))
    if (node !== null) presence.lookAt(node)
  }
  const onScroll = () => {
    clearTimeout(timer)
    timer = setTimeout(look, pause)
  }
  document.addEventListener('scroll', onScroll, { passive: true })
  return () => {
    clearTimeout(timer)
    document.removeEventListener('scroll', onScroll)
  }
}

function focusedIn(root: HTMLElement): Element | null {
  const { activeElement } = document
  if (activeElement === null || activeElement === root || !root.contains(activeElement)) return null
  const { top, bottom } = activeElement.getBoundingClientRect()
  return bottom > 0 && top < innerHeight ? activeElement : null
}

function inMiddleOf(root: HTMLElement): Element | null {
  const { left, width } = root.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, innerHeight * 0.4)
}

function nodeOf(element: Element | null): string | null {
  return element?.closest('[id^="n-"]')?.id.slice('n-'.length) ?? null
}
