import { amendments } from './amendments.ts'
import { compare } from './compare.ts'
import { delivery } from './delivery.ts'
import { importText } from './import.ts'
import { keystroke } from './keystroke.ts'
import { kill } from './kill.ts'
import { openPlan } from './open-plan.ts'
import { pdf } from './pdf.ts'
import { saved } from './saved.ts'
import { startBare } from './support/bare.ts'
import { launchBrowser } from './support/browser.ts'
import { startConcerte } from './support/concerte.ts'
import { tableHead, tableLine, type Row } from './support/table.ts'

// Every figure of Concerte, one table: `npm run bench`. README.md says how to read it.
const start = performance.now()
process.stdout.write(tableHead())
print(await importText())
print(await compare())
print(await amendments())
await withServer()
print(await kill())
process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`)

async function withServer(): Promise<void> {
  const concerte = await startConcerte()
  const bare = await startBare()
  const browser = await launchBrowser()
  try {
    print(await openPlan(browser, concerte, bare))
    print(await keystroke(browser, concerte, bare))
    print(await delivery(browser, concerte, bare))
    print(await saved(concerte))
    print(await pdf(concerte))
  } finally {
    await browser.close()
    await bare.stop()
    await concerte.stop()
  }
}

/** As they come: a measure that fails takes none of those before it along. */
function print(rows: readonly Row[]): void {
  for (const row of rows) process.stdout.write(tableLine(row))
}
