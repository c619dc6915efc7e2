import type { KeptPlans } from './kept-plans.ts'
import type { Rescue } from './rescue.ts'

/** Rescues that the device would not take: they last as long as the page. */
const shelf = new Map<string, Rescue>()

export function shelveRescue(rescue: Rescue): void {
  shelf.set(rescue.id, rescue)
}

/** Whether leaving the page would lose a rescue. */
export function hasShelved(): boolean {
  return shelf.size > 0
}

/** All rescues of a person on this device and in this page, the latest first. */
export async function allRescues(plans: KeptPlans): Promise<Rescue[]> {
  const kept = await plans.rescues().catch(() => [])
  return [...shelf.values(), ...kept].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

export async function removeRescue(plans: KeptPlans, { id }: Rescue): Promise<void> {
  if (!shelf.delete(id)) await plans.removeRescue(id)
}
