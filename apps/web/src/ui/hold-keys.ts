import unseen from './unseen.module.css'

/**
 * Takes the focus at once for something that is still being fetched: what one types meanwhile goes nowhere, rather than into the text
 * that one has just left. Returns what gives the focus back; it stays where someone has put it meanwhile.
 */
export function holdKeys({ label, onEscape }: { label: string; onEscape: () => void }): () => void {
  const before = document.activeElement
  const holder = document.createElement('div')
  holder.className = unseen.unseen ?? ''
  holder.tabIndex = -1
  // The shortcuts of the page know a dialog, and leave its keys alone.
  holder.setAttribute('role', 'dialog')
  holder.setAttribute('aria-busy', 'true')
  holder.setAttribute('aria-label', label)
  holder.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onEscape()
    if (event.key === 'Escape' || event.key === 'Tab') event.preventDefault()
  })
  document.body.append(holder)
  holder.focus({ preventScroll: true })
  return () => {
    const isHeld = document.activeElement === holder
    holder.remove()
    if (isHeld && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
}
