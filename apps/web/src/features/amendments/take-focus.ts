/** Frames in which a menu that was pressed may still take the focus back to where it was opened. */
const contested = 12

/** Brings the focus into what was just opened, and keeps it there while what opened it closes. */
export function takeFocus(host: HTMLElement, focus: () => void): () => void {
  let frames = contested
  let request = 0
  const again = () => {
    if (!host.contains(document.activeElement)) focus()
    frames -= 1
    if (frames > 0) request = requestAnimationFrame(again)
  }
  again()
  return () => cancelAnimationFrame(request)
}
