import type { PlanPage } from './plan-page.ts'

/** Rounds of work; ten of them are what one person does in an hour of steady writing. */
const rounds = 10

/**
 * The heap in MB after each round, garbage collected: letters typed and taken away again, entries made and joined, moved, undone
 * and done again. What a round writes it also deletes, so that the plan is as long after it as before.
 */
export async function anHour({ page, cdp }: PlanPage): Promise<number[]> {
  const heap: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < 10; turn += 1) {
      await page.keyboard.type(' Encore quelques mots que l’on écrit ici.')
      await page.keyboard.press('Enter')
      await page.keyboard.type('Une autre')
      await page.keyboard.press('Alt+ArrowUp')
      await page.keyboard.press('Alt+ArrowDown')
      for (let letter = 0; letter < 9; letter += 1) await page.keyboard.press('Backspace')
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Control+End')
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z')
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+Z')
      for (let letter = 0; letter < 41; letter += 1) await page.keyboard.press('Backspace')
    }
    // What measures keeps nothing of its own in the heap that it measures.
    await page.evaluate('measured.takeDelays()')
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    heap.push(usedSize / 1_000_000)
  }
  return heap
}
