import { actionsTemplate } from '@concerte/schema'

import type { ActionDraft, AnnouncedDraft, AxisDraft, ListDraft } from './axis-draft.ts'

/** An action with what announces it. An action that is only announced has no draft of its own. */
export type ListedAction = {
  number: number
  list?: ListDraft
  announced?: AnnouncedDraft
  action?: ActionDraft
}

/** The actions of an axis in order, each with the list that announces it. */
export function listActions(axis: AxisDraft): ListedAction[] {
  const announced = axis.lists.flatMap((list) => list.items.map((item) => ({ list, item })))
  const byNumber = new Map(announced.map((some) => [some.item.number, some]))
  const developed = new Set(axis.actions.map((action) => byNumber.get(action.number)))
  // Announced actions that have no page of their own stand where their number says.
  const left = announced.filter((some) => !developed.has(some)).values()
  let next = left.next()
  const listed: ListedAction[] = []
  const listLeft = (before: number): void => {
    for (; !next.done && next.value.item.number < before; next = left.next()) {
      listed.push({ number: next.value.item.number, list: next.value.list, announced: next.value.item })
    }
  }
  for (const action of axis.actions) {
    listLeft(action.number)
    const found = byNumber.get(action.number)
    byNumber.delete(action.number)
    const list = found?.list ?? action.list
    listed.push({
      number: action.number,
      action,
      ...(list && { list }),
      ...(found && { announced: found.item }),
    })
  }
  listLeft(Infinity)
  return listed
}

/** The words that the headings of all lists of actions begin with; what follows them is the title of a group. */
export function commonHeading(axes: readonly AxisDraft[]): string {
  const all = axes.flatMap((axis) => listActions(axis).map((action) => action.list?.heading ?? ''))
  const headings = [...new Set(all)].filter((heading) => heading !== '')
  const shipped = actionsTemplate.axis.find((slot) => slot.type === 'actionList')?.heading ?? ''
  if (headings.every((heading) => groupTitle(heading, shipped) !== undefined)) return shipped
  const [first = '', ...others] = headings
  const words = first.split(' ')
  while (words.length > 0 && others.some((other) => groupTitle(other, words.join(' ')) === undefined))
    words.pop()
  if (others.length > 0) while (isLinkWord(words.at(-1))) words.pop()
  return words.join(' ')
}

/** What a list's heading adds to the common one: '' when nothing; undefined when it does not begin with it. */
export function groupTitle(heading: string, common: string): string | undefined {
  if (common === '') return heading
  if (heading === common) return ''
  return heading.startsWith(`${common} `) ? heading.slice(common.length + 1) : undefined
}

/** Whether actions are numbered through the whole plan rather than from 1 in each axis. */
export function isNumberedThrough(axes: readonly AxisDraft[]): boolean {
  const starts = axes.flatMap((axis) => listActions(axis).slice(0, 1))
  if (starts.length < 2) return false
  let count = 0
  return axes.every((axis) => {
    const actions = listActions(axis)
    const follows = actions.length === 0 || actions[0]?.number === count + 1
    count += actions.length
    return follows
  })
}

function isLinkWord(word: string | undefined): boolean {
  return word !== undefined && /^(?:à|au|aux|de|des|du|en|et|la|le|les|par|pour|sur|vers|:|-|–)$/iu.test(word)
}
