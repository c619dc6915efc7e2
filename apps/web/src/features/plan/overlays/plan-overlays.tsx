import { useSyncExternalStore } from 'react'

import { usePlan } from '../plan-context.ts'
import { useMay } from '../rights/use-rights.ts'
import { BinDialog } from './bin-dialog.tsx'
import { ColourDialog } from './colour-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { NodeMenu } from './node-menu.tsx'

const CarryBar = lazy(() => import('../moving/carry-bar.tsx'))
const SettingsDialog = lazy(() => import('../settings/settings-dialog.tsx'))
const ShortcutsDialog = lazy(() => import('../shortcuts/shortcuts-dialog.tsx'))

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
    case 'settings':
      return maySet ? (
        <Suspense>
          <SettingsDialog onClose={close} />
        </Suspense>
      ) : null
    case 'bin':
      return <BinDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
  }
}
