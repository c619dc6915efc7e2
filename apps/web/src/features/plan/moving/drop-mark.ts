import styles from './moving.module.css'
import type { PlaceBox } from './place-box.ts'

/** What is drawn over the page while something is moved: the place, and at the pointer what is moved and where to. */
export type DropMark = {
  showPlace: (box: PlaceBox | null) => void
  /** `where` null: it cannot go there. */
  showWords: (name: string, where: string, isAllowed: boolean) => void
  showAt: (x: number, y: number, isTouch: boolean) => void
  close: () => void
}

/** Drawn by hand: a pointer moves too often to ask React. Screen readers hear of moves elsewhere. */
export function createDropMark({ hasChip }: { hasChip: boolean }): DropMark {
  const layer = element('layer')
  layer.setAttribute('aria-hidden', 'true')
  const place = element('place')
  const chip = element('chip')
  const name = element('chipName')
  const where = element('chipWhere')
  chip.append(name, where)
  layer.append(place)
  if (hasChip) layer.append(chip)
  document.body.append(layer)
  place.hidden = true

  return {
    showPlace(box) {
      place.hidden = box === null
      if (box === null) return
      const colour = getComputedStyle(box.owner).getPropertyValue('--axis')
      place.style.setProperty('--axis', colour === '' ? 'var(--accent)' : colour)
      place.dataset['kind'] = box.kind
      place.style.transform = `translate(${box.left}px, ${box.top}px)`
      place.style.width = `${box.width}px`
      place.style.height = `${box.height}px`
    },
    showWords(moved, words, isAllowed) {
      name.textContent = moved
      where.textContent = words
      chip.dataset['allowed'] = String(isAllowed)
    },
    showAt(x, y, isTouch) {
      // Beside the pointer; over a finger, which would hide it. Never out of the window.
      const { width, height } = chip.getBoundingClientRect()
      const left = isTouch ? x - width / 2 : x + 14
      const top = isTouch ? y - height - 40 : y + 14
      chip.style.transform = `translate(${within(left, innerWidth - width)}px, ${within(top, innerHeight - height)}px)`
    },
    close: () => layer.remove(),
  }
}

function within(at: number, most: number): number {
  return Math.max(8, Math.min(at, most - 8))
}

function element(name: string): HTMLElement {
  const made = document.createElement('div')
  made.className = styles[name] ?? ''
  return made
}
