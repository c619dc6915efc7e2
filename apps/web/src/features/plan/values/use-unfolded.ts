import { useEffect, useState } from 'react'

import { usePlan } from '../plan-context.ts'

/** Whether the structured fields of a node are all shown: by its button, or because the focus is to go to one of them. */
export function useUnfolded(node: string): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const { values } = usePlan()
  const [isOpen, setOpen] = useState(() => values.isAskedIn(node))
  useEffect(
    () =>
      values.subscribe(() => {
        if (values.isAskedIn(node)) setOpen(true)
      }),
    [values, node],
  )
  return [isOpen, setOpen]
}
