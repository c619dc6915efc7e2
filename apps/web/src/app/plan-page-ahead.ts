import type PlanPage from '../features/plan/plan-page.tsx'

let page: typeof PlanPage | null = null

/**
 * Fetches the page of a plan before React renders the first time: what React shows in place of a page that comes later it leaves for
 * 300 ms at least, which the first keystroke would wait for.
 */
export async function fetchPlanPage(): Promise<void> {
  page = (await import('../features/plan/plan-page.tsx')).default
}

/** Null when it was not fetched before. */
export function planPageHere(): typeof PlanPage | null {
  return page
}
