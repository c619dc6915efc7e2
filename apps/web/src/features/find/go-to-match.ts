import type { PlanTools } from '../plan/plan-context.ts'
import { placeKey } from '../plan/store/place.ts'
import type { Match, PlanSearch } from './plan-search.ts'
import { elementOf, rangesInPage } from './range-in-page.ts'

type Shown = { root: HTMLElement; search: PlanSearch }

/** Brings a match into the window, and nothing where it is there already. */
export function showMatch(
  { reveal }: Pick<PlanTools, 'reveal'>,
  { root, search }: Shown,
  match: Match,
): void {
  if (elementOf(root, placeKey(match.place)) === null) reveal(match.place.node)
  const box = boxOf(root, search, match)
  if (box === null) return reveal(match.place.node)
  const middle = innerHeight / 2
  if (box.top < innerHeight * 0.2 || box.bottom > innerHeight * 0.9) {
    scrollBy({ top: box.top - middle + box.height / 2, behavior: 'instant' })
  }
}

/** Gives the focus to a match, its words selected. */
export function selectMatch(
  tools: Pick<PlanTools, 'fields' | 'values' | 'reveal'>,
  shown: Shown,
  match: Match,
): void {
  const { root, search } = shown
  const { place, range } = match
  showMatch(tools, shown, match)
  if (place.kind === 'value') {
    tools.values.ask(place)
    return
  }
  const select = () => {
    const element = elementOf(root, placeKey(place))
    const [found] = element === null ? [] : rangesInPage(element, search.wordsAt(placeKey(place)), [range])
    if (found === undefined) return
    getSelection()?.setBaseAndExtent(
      found.startContainer,
      found.startOffset,
      found.endContainer,
      found.endOffset,
    )
  }
  const element = elementOf(root, placeKey(place))
  if (element?.isContentEditable === true) tools.fields.focus(place)
  else root.focus({ preventScroll: true })
  // The text that was live a moment ago is another element's now.
  select()
}

function boxOf(root: HTMLElement, search: PlanSearch, { place, range }: Match): DOMRect | null {
  const key = placeKey(place)
  const element = elementOf(root, key)
  if (element === null) return null
  const [found] = rangesInPage(element, search.wordsAt(key), [range])
  return (found ?? element).getBoundingClientRect()
}
