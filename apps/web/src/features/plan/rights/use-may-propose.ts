import { usePermission } from './use-permission.ts'
import { useMay } from './use-rights.ts'

/** Whether one may propose words where one writes none. */
export function useMayPropose(node: string): boolean {
  const mayPropose = usePermission('propose')
  return !useMay({ type: 'write', node }) && mayPropose
}
