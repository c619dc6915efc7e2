import { pickOne, type Pick } from '@concerte/testkit'
import type { Page } from 'playwright-core'

/** Someone clumsy in the plan: what they do, and every sign that they typed, no two of which are ever the same. */
export type Monkey = {
  act: () => Promise<void>
  typed: () => readonly string[]
  did: () => readonly string[]
}

type Hands = {
  page: Page
  pick: Pick
  /** A word with a sign of its own at either end, written where the caret is; nothing where that is no text. */
  word: () => Promise<void>
}

/** `place`: their number among those who share the plan; `axis`: where they cut texts in two and join them, and nobody else does. */
export function createMonkey(
  page: Page,
  { pick, place, axis }: { pick: Pick; place: number; axis: number },
): Monkey {
  const typed: string[] = []
  let count = 0
  const did: string[] = []
  // Signs of which no seed has any, and no two people the same.
  const sign = (index: number) => String.fromCodePoint(0x3400 + place * 0x800 + index)
  const word = async () => {
    if (!(await isInText(page))) return
    const middle = pickOne(pick, ['ou', "l'a", ' "b', 'ne 1er ', ' : ']) ?? ''
    const [first, last] = [sign(count), sign(count + 1)]
    count += 2
    typed.push(first, last)
    await page.keyboard.type(`${first}${middle}${last}`)
  }
  const hands: Hands = { page, pick, word }
  const weighted = Object.entries(tricks).flatMap(([name, { weight }]) => Array<string>(weight).fill(name))
  return {
    typed: () => typed,
    did: () => did,
    async act() {
      const name = pickOne(pick, weighted) ?? ''
      did.push(name)
      await tricks[name]?.run(hands, axis)
    },
  }
}

type Trick = { weight: number; run: (hands: Hands, axis: number) => Promise<void> }

const tricks: Readonly<Record<string, Trick>> = {
  write: {
    weight: 6,
    async run(hands) {
      await goSomewhere(hands)
      await hands.word()
      await hands.word()
    },
  },
  'write on': { weight: 3, run: ({ word }) => word() },
  'new entry': {
    weight: 3,
    async run(hands) {
      await goSomewhere(hands)
      await press(hands, 'Control+End', 'Control+Enter')
      await hands.word()
    },
  },
  'cut in two': {
    weight: 2,
    async run(hands, axis) {
      if (!(await goToEntryOf(hands, axis))) return
      await press(hands, 'Home', 'ArrowRight', 'ArrowRight', 'Enter')
      await hands.word()
    },
  },
  join: {
    weight: 2,
    async run(hands, axis) {
      if (!(await goToEntryOf(hands, axis))) return
      await press(hands, 'Control+Home', 'Backspace')
      await hands.word()
    },
  },
  'move by keys': {
    weight: 3,
    async run(hands) {
      await goSomewhere(hands)
      const key = pickOne(hands.pick, ['Alt+ArrowUp', 'Alt+ArrowDown']) ?? ''
      await press(hands, key, key)
      await hands.word()
    },
  },
  'sub-points': {
    weight: 2,
    async run(hands, axis) {
      if (!(await goToEntryOf(hands, axis))) return
      await press(hands, 'Tab', 'Shift+Tab', 'Tab')
      await hands.word()
    },
  },
  'undo and redo': {
    weight: 4,
    async run(hands) {
      const times = 1 + hands.pick(6)
      await press(hands, ...Array<string>(times).fill('Control+z'))
      await press(hands, ...Array<string>(times).fill('Control+Shift+z'))
    },
  },
  'slash and away': {
    weight: 1,
    async run(hands) {
      await goSomewhere(hands)
      await press(hands, 'Control+End', 'Control+Enter', '/', 'Escape')
      await hands.word()
    },
  },
  'find and away': {
    weight: 1,
    async run(hands) {
      await press(hands, 'Control+f')
      await hands.page.keyboard.type('élèves')
      await press(hands, 'Escape')
      await press(hands, 'Control+Alt+p')
    },
  },
  'shortcuts and away': { weight: 1, run: (hands) => press(hands, 'Control+/', 'Escape') },
  drag: {
    weight: 2,
    async run({ page, pick }) {
      const ends = await page.evaluate((seed) => {
        const handles = [...document.querySelectorAll('[data-handle]')]
          .map((handle) => handle.getBoundingClientRect())
          .filter(({ top, bottom }) => top > 120 && bottom < innerHeight - 40)
        const from = handles[seed % handles.length]
        const to = handles[(seed * 7 + 3) % handles.length]
        return from && to ? [from, to].map(({ x, y, width, height }) => [x + width / 2, y + height / 2]) : []
      }, pick(1000))
      const [from, to] = ends
      if (from === undefined || to === undefined) return
      await page.mouse.move(from[0] ?? 0, from[1] ?? 0)
      await page.mouse.down()
      await page.mouse.move((to[0] ?? 0) + 60, (to[1] ?? 0) + 6, { steps: 4 })
      await page.mouse.up()
      // A press that went nowhere opened a menu.
      if (await page.getByRole('menu').isVisible()) await page.keyboard.press('Escape')
    },
  },
  'to the bin': {
    weight: 1,
    async run(hands, axis) {
      if (!(await goToEntryOf(hands, axis))) return
      const { page } = hands
      const node = await page.evaluate(
        () => document.activeElement?.getAttribute('data-text')?.split('.')[0] ?? null,
      )
      const handle = page.locator(`[data-handle="${node}"]`)
      if (node === null || (await handle.count()) !== 1) return
      await handle.evaluate((element) => (element instanceof HTMLElement ? element.click() : undefined))
      const item = page.getByRole('menuitem', { name: 'Mettre à la corbeille' })
      await item.waitFor()
      await item.press('Enter')
      await item.waitFor({ state: 'detached' })
      await hands.word()
    },
  },
  'paste lines': {
    weight: 1,
    async run(hands) {
      await goSomewhere(hands)
      await hands.page.evaluate(() => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', 'Collé un\nCollé deux\nCollé trois')
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      })
      const dialog = hands.page.getByRole('dialog')
      if ((await dialog.count()) > 0) await hands.page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' }).catch(() => hands.page.keyboard.press('Escape'))
    },
  },
  cable: {
    weight: 1,
    async run(hands) {
      await hands.page.context().setOffline(true)
      await goSomewhere(hands)
      await hands.word()
      await press(hands, 'Control+End', 'Control+Enter')
      await hands.word()
      await hands.page.context().setOffline(false)
    },
  },
}

function isInText(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.matches('[data-text][contenteditable=true]') === true)
}

async function press({ page }: Hands, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Puts the caret into a text of the plan by a click: as a rule where the others are, too. */
async function goSomewhere(hands: Hands): Promise<void> {
  const isCrowded = hands.pick(3) > 0
  await clickIn(hands, isCrowded ? 'main [data-text][aria-label$="action 1, axe 1"]' : 'main [data-text]')
}

/** Puts it into an entry of one's own axis. False where the axis shows none. */
function goToEntryOf(hands: Hands, axis: number): Promise<boolean> {
  return clickIn(hands, `main [data-text$=".text"][aria-label*="axe ${axis}"]`)
}

async function clickIn({ page, pick }: Hands, selector: string): Promise<boolean> {
  const point = await page.evaluate(
    ([wanted, seed]) => {
      const texts = [...document.querySelectorAll(String(wanted))]
      const text = texts[Number(seed) % texts.length]
      if (text === undefined) return null
      text.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = text.getBoundingClientRect()
      return { x: x + width * ((Number(seed) % 9) / 10), y: y + height / 2 }
    },
    [selector, pick(100_000)],
  )
  if (point === null) return false
  await page.mouse.click(point.x, point.y)
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)
}
