import { readProject } from '@concerte/schema'
import { createPick } from '@concerte/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'

import { expectAccessible, launchBrowser } from './support/browser.ts'
import { joinCrowd } from './support/crowd.ts'
import { createMonkey } from './support/monkey.ts'
import { openAsAdmin, openAsInvited } from './support/people.ts'
import { openPlan, waitSaved } from './support/plan.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** `MONKEY_SECONDS=600 MONKEY_SEED=7` for a longer one, or another. */
const seconds = Number(process.env['MONKEY_SECONDS'] ?? 40)
const seed = Number(process.env['MONKEY_SEED'] ?? 2026)

it(
  'three people who do whatever comes to their hands see one plan in the end, with every sign that each typed in it once',
  async () => {
    const server = await startServer()
    const marie = await openAsAdmin(browser, server)
    const others = await Promise.all(
      ['Paul Petit', 'Zoé Zidi'].map((name) =>
        openAsInvited(browser, server, { by: marie, name, role: 'editor' }),
      ),
    )
    const people = [marie, ...others]
    await Promise.all(people.map(({ page }) => openPlan(page, server)))
    const monkeys = people.map(({ page }, place) =>
      createMonkey(page, { pick: createPick(seed + place), place, axis: place + 1 }),
    )
    const end = Date.now() + seconds * 1000
    await Promise.all(
      monkeys.map(async (monkey) => {
        while (Date.now() < end) await monkey.act()
      }),
    )

    const [witness] = await joinCrowd(server, { by: marie, names: ['Témoin'], role: 'reader' })
    const { doc } = witness!
    for (const { page } of people) await waitSaved(page)
    const did = () => monkeys.map((monkey) => monkey.did().join(', ')).join('\n')
    const pages = people.map(({ page }) => page)
    for (const page of pages) {
      // Who moved, removed or was moved still has the focus somewhere.
      expect(await page.evaluate(() => document.activeElement === document.body), did()).toBe(false)
      await expect
        .poll(async () => differences(await textsOn(page), doc), { timeout: 15_000, message: did() })
        .toEqual([])
    }
    const entries = new Set(entriesIn(readProject(doc)))
    const [shown, binned] = [true, false].map((isShown) =>
      [...textsIn(doc)]
        .flatMap(([key, words]) => {
          const isEntry = key.endsWith('.text')
          return (!isEntry || entries.has(key.slice(0, -'.text'.length))) === isShown ? [words] : []
        })
        .join('\n'),
    )
    const isOnce = (sign: string) => {
      const count = (shown ?? '').split(sign).length - 1
      // What was joined to another entry is in the bin as it was.
      return count === 1 || (count === 0 && (binned ?? '').includes(sign))
    }
    for (const [place, monkey] of monkeys.entries()) {
      const wrong = monkey.typed().filter((sign) => !isOnce(sign))
      const told = wrong.map((sign) => `${sign} ${(shown ?? '').split(sign).length - 1}`)
      expect(told, `${place}: ${wrong.length} of ${monkey.typed().length}\n${did()}`).toEqual([])
      expect(monkey.typed().length).toBeGreaterThan(0)
    }
    expect(people.flatMap(({ problems }) => problems)).toEqual([])
    await expectAccessible(marie.page, 'after all that')
  },
  (seconds + 200) * 1000,
)

/** The texts that a page shows, in its order, without the signs of where others write. */
function textsOn(page: Page): Promise<[key: string, words: string][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main [data-text]')].map((element): [string, string] => {
      const copy = element.cloneNode(true)
      if (copy instanceof Element) {
        for (const mark of copy.querySelectorAll('.remote-caret, .ProseMirror-widget')) mark.remove()
      }
      return [element.getAttribute('data-text') ?? '', copy.textContent ?? '']
    }),
  )
}

/** Where a page shows other words than the server has, or its entries in another order. */
function differences(shown: readonly [key: string, words: string][], doc: Y.Doc): string[] {
  const texts = textsIn(doc)
  const wrong = shown
    .filter(([key, words]) => bare(words) !== bare(texts.get(key) ?? ''))
    .map(([key, words]) => `${key}: ${words} / ${texts.get(key)}`)
  const order = shown.flatMap(([key]) => (key.endsWith('.text') ? [key.slice(0, -'.text'.length)] : []))
  const wanted = entriesIn(readProject(doc))
  return order.join() === wanted.join() ? wrong : [...wrong, `${order.join()} / ${wanted.join()}`]
}

function entriesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(entriesIn)
  if (typeof value !== 'object' || value === null) return []
  if ('id' in value && 'text' in value && !('title' in value)) return [String(value.id)]
  return Object.values(value).flatMap(entriesIn)
}

/** Every text of the plan, those in the bin too, by the key that the page names it by. */
function textsIn(doc: Y.Doc): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [id, node] of doc.getMap('nodes')) {
    if (!(node instanceof Y.Map)) continue
    for (const [field, value] of node) {
      if (value instanceof Y.XmlFragment) texts.set(`${id}.${field}`, wordsOf(value))
    }
  }
  for (const field of ['title', 'academy', 'slogan', 'mention']) {
    texts.set(`cover.${field}`, wordsOf(doc.getXmlFragment(`cover.${field}`)))
  }
  return texts
}

function wordsOf(text: Y.XmlFragment): string {
  return text
    .toArray()
    .map((part) => {
      if (part instanceof Y.XmlText) {
        const pieces: { insert?: unknown }[] = part.toDelta()
        return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
      }
      return part instanceof Y.XmlFragment ? wordsOf(part) : ''
    })
    .join('')
}

function bare(words: string): string {
  return words.replaceAll(/\s+/g, '')
}
