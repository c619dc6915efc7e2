/** Frames in which a menu that was pressed may still take the focus back to where it was opened. */
const contested = 12

/**
 * Brings the focus into what was just opened, and keeps it there while what opened it closes. Whoever presses a key or points at
 * something meanwhile goes where they want, however slow the frames are; so does whoever goes on to another part of the form
 * without either, as the commands of a screen reader do.
 */
export function takeFocus(host: HTMLElement, focus: () => void): () => void {
  const opened = host.closest('form, section') ?? host
  let frames = contested
  let request = 0
  const acting = new AbortController()
  const stop = () => {
    acting.abort()
    cancelAnimationFrame(request)
  }
  const again = () => {
    const { activeElement } = document
    const isThere = host.contains(activeElement)
    const hasGoneOn = frames < contested && !isThere && opened.contains(activeElement)
    if (!isThere && !hasGoneOn) focus()
    frames -= 1
    if (frames > 0 && !hasGoneOn) request = requestAnimationFrame(again)
    else stop()
  }
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, stop, { capture: true, signal: acting.signal })
  }
  again()
  return stop
}
