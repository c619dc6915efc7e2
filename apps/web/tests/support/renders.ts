import type { Page } from 'playwright-core'

/** Where React rendered components since the last time it was asked: `bar`, `outline`, `sheet` or `elsewhere`, one a component. */
export type Renders = { take: () => Promise<string[]> }

/**
 * Counts what React renders in the pages that are opened from now on, as its own developer tools do, which also a production
 * build tells of each commit.
 */
export async function watchRenders(page: Page): Promise<Renders> {
  await page.addInitScript(() => {
    type Fiber = {
      tag: number
      flags: number
      child: Fiber | null
      sibling: Fiber | null
      alternate: Fiber | null
      stateNode: unknown
      return: Fiber | null
    }
    const performedWork = 1
    const components = new Set([0, 1, 11, 15])
    let rendered: string[] = []
    const elementOf = (fiber: Fiber): Element | null => {
      for (let at: Fiber | null = fiber; at !== null; at = at.child) {
        if (at.stateNode instanceof Element) return at.stateNode
      }
      for (let at = fiber.return; at !== null; at = at.return) {
        if (at.stateNode instanceof Element) return at.stateNode
      }
      return null
    }
    const placeOf = (fiber: Fiber): string => {
      const element = elementOf(fiber)
      const place = [
        ['sheet', 'main'],
        ['outline', 'nav'],
        ['bar', '#root header'],
      ].find(([, selector]) => element?.closest(selector ?? '') != null)
      return place?.[0] ?? 'elsewhere'
    }
    // Only below what was rendered can anything have been: elsewhere the children are the very same.
    const walk = (fiber: Fiber): void => {
      const before = fiber.alternate
      const didRender = before === null || (fiber.flags & performedWork) !== 0
      if (components.has(fiber.tag) && didRender) rendered.push(placeOf(fiber))
      if (before !== null && before.child === fiber.child) return
      for (let child = fiber.child; child !== null; child = child.sibling) walk(child)
    }
    Object.assign(globalThis, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: (_id: number, root: { current: Fiber }) => walk(root.current),
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberUnmount: () => undefined,
      },
      takeRenders() {
        const taken = rendered
        rendered = []
        return taken
      },
    })
  })
  return { take: () => page.evaluate<string[]>('takeRenders()') }
}
