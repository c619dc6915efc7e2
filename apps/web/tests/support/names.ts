import type { Page } from 'playwright-core'

type AxNode = {
  nodeId: string
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  properties?: { name: string; value: { value?: unknown } }[]
  childIds?: string[]
}

/** What screen readers are told of the page, in reading order. */
export async function readAloud(page: Page): Promise<{ role: string; name: string; level: number }[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const told: { role: string; name: string; level: number }[] = []
  const tell = (node: AxNode | undefined): void => {
    if (node === undefined) return
    const level = node.properties?.find(({ name }) => name === 'level')?.value.value
    if (!node.ignored) {
      told.push({
        role: node.role?.value ?? '',
        name: (node.name?.value ?? '').trim(),
        level: Number(level ?? 0),
      })
    }
    for (const child of node.childIds ?? []) tell(byId.get(child))
  }
  tell(nodes[0])
  return told
}

/** The names that several of a role bear, and a nameless one as ''. */
export async function ambiguousNames(page: Page, roles: readonly string[]): Promise<string[]> {
  const names = (await readAloud(page))
    .filter(({ role }) => roles.includes(role))
    .map(({ role, name }) => (name === '' ? '' : `${role} ${name}`))
  return [...new Set(names.filter((name, index) => name === '' || names.indexOf(name) !== index))]
}
