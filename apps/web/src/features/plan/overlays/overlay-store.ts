import type { FieldPlace, LinkRequest, PasteRequest } from '@concerte/editor'
import type { NodeId } from '@concerte/schema'

import type { PasteOption } from '../../paste/paste-options.ts'
import type { InsertList } from '../insert/slash-handlers.ts'
import type { Surface } from '../moving/point-at-place.ts'
import { createCurrent } from '../store/current.ts'

/** What stands over the page: one thing at a time, opened from anywhere in it. */
type Overlay =
  | { type: 'menu'; node: NodeId; name: string; anchor: HTMLElement }
  | { type: 'move'; node: NodeId; name: string }
  | { type: 'carry'; node: NodeId; surface: Surface }
  | { type: 'colour'; node: NodeId }
  | { type: 'link'; request: LinkRequest }
  | { type: 'paste'; place: FieldPlace; options: readonly PasteOption[]; insert: PasteRequest['insert'] }
  | { type: 'paste-here'; node: NodeId; name: string }
  | { type: 'settings' }
  | { type: 'bin' }
  | { type: 'shortcuts' }
  | { type: 'insert'; list: InsertList }
  | { type: 'add'; node: NodeId; name: string; anchor: HTMLElement }

export type OverlayStore = {
  current: () => Overlay | null
  open: (overlay: Overlay | null) => void
  subscribe: (listener: () => void) => () => void
}

/** Kept out of React's state of the page, which opening a menu must not render again. */
export function createOverlayStore(): OverlayStore {
  const { set, ...overlays } = createCurrent<Overlay | null>(null)
  return { ...overlays, open: set }
}
