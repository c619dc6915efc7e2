import { useSyncExternalStore } from 'react'

import { asDialog, late } from '../../../ui/late.tsx'
import { usePlan } from '../plan-context.ts'
import { useMay } from '../rights/use-rights.ts'

const AddMenu = late(async () => (await import('../insert/add-menu.tsx')).default, asDialog)
const BinDialog = late(async () => (await import('./bin/bin-dialog.tsx')).BinDialog, asDialog)
const CarryBar = late(async () => (await import('../moving/carry-bar.tsx')).default, asDialog)
const ColourDialog = late(async () => (await import('./colour-dialog.tsx')).ColourDialog, asDialog)
const LinkDialog = late(async () => (await import('./link-dialog.tsx')).LinkDialog, asDialog)
const MoveDialog = late(async () => (await import('./move-dialog.tsx')).MoveDialog, asDialog)
const NodeMenu = late(async () => (await import('./node-menu.tsx')).NodeMenu, asDialog)
const InsertList = late(async () => (await import('../insert/insert-list.tsx')).default)
const PasteDialog = late(async () => (await import('../../paste/paste-dialog.tsx')).PasteDialog, asDialog)
const PasteHereDialog = late(
  async () => (await import('../../paste/paste-here-dialog.tsx')).PasteHereDialog,
  asDialog,
)
const SettingsDialog = late(async () => (await import('../settings/settings-dialog.tsx')).default, asDialog)
const ShortcutsDialog = late(
  async () => (await import('../shortcuts/shortcuts-dialog.tsx')).default,
  asDialog,
)

/** Whatever stands over the page just now. */
export function PlanOverlays() {
  const { overlays } = usePlan()
  const overlay = useSyncExternalStore(overlays.subscribe, overlays.current)
  const maySet = useMay({ type: 'structure' })
  const close = () => overlays.open(null)
  switch (overlay?.type) {
    case undefined:
      return null
    case 'menu':
      return <NodeMenu {...overlay} onClose={close} />
    case 'move':
      return <MoveDialog {...overlay} onClose={close} />
    case 'carry':
      return <CarryBar key={overlay.node} {...overlay} onClose={close} />
    case 'colour':
      return <ColourDialog {...overlay} onClose={close} />
    case 'link':
      return <LinkDialog {...overlay} onClose={close} />
    case 'add':
      return <AddMenu {...overlay} onClose={close} />
    case 'insert':
      return <InsertList {...overlay} />
    case 'paste':
      return <PasteDialog {...overlay} onClose={close} />
    case 'paste-here':
      return <PasteHereDialog key={overlay.node} {...overlay} onClose={close} />
    case 'settings':
      return maySet ? <SettingsDialog onClose={close} /> : null
    case 'bin':
      return <BinDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
  }
}
