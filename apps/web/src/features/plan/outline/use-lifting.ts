import { nodeIdSchema } from '@concerte/schema'
import { useEffect, type RefObject } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'

/** Space lifts a line of the outline: arrows then move it. Enter, as in any link, goes there. */
export function useLifting(ref: RefObject<HTMLElement | null>): void {
  const t = useMessages(planMessages)
  const { overlays, rights, commands } = usePlan()
  useEffect(() => {
    const outline = ref.current
    if (outline === null) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !(event.target instanceof Element)) return
      const node = nodeIdSchema.safeParse(event.target.closest('[data-line]')?.getAttribute('data-line')).data
      if (node === undefined) return
      event.preventDefault()
      const refusal = rights.refusal({ type: 'arrange', node })
      if (refusal === null) overlays.open({ type: 'carry', node, surface: 'outline' })
      else commands.say({ text: t.rights.why[refusal], canUndo: false })
    }
    outline.addEventListener('keydown', onKey)
    return () => outline.removeEventListener('keydown', onKey)
  }, [ref, overlays, rights, commands, t])
}
