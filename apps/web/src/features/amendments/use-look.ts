import type { Amendment } from '@concerte/api'
import { useMemo, useSyncExternalStore } from 'react'

import { usePlan } from '../plan/plan-context.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import { lookAt, type Look } from './look.ts'

/** How long the plan must be still, in ms, before amendments are held against it again: nothing of this is done on a keystroke. */
const calm = 250

type Looked = Pick<Amendment, 'id' | 'proposal' | 'revision'>

/** An amendment held against the plan as it is; the same object while nothing about it changes. */
export function useLook({ id, proposal, revision }: Looked): Look {
  const { store } = usePlan()
  const source = useMemo(
    () => createLooks(store, { id, proposal, revision }),
    [store, id, proposal, revision],
  )
  return useSyncExternalStore(source.subscribe, source.current)
}

function createLooks(store: PlanStore, amendment: Looked) {
  let look: Look | undefined
  let text = ''
  const read = (): boolean => {
    const next = lookAt(store, amendment)
    const nextText = JSON.stringify(next)
    if (nextText === text) return false
    look = next
    text = nextText
    return true
  }
  return {
    current: (): Look => {
      if (look === undefined) read()
      return look!
    },
    subscribe: (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const again = () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          if (read()) listener()
        }, calm)
      }
      store.plan.doc.on('afterTransaction', again)
      // What changed before anyone listened.
      again()
      return () => {
        clearTimeout(timer)
        store.plan.doc.off('afterTransaction', again)
      }
    },
  }
}
