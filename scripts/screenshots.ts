import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { reviewStates } from './screenshots/review-states.ts'
import { states as writingStates } from './screenshots/states.ts'
import { openStudio } from './screenshots/studio.ts'

/*
 * `npm run screenshots`: the main states of the built web app, brought about in a real Chromium on a server of its own with the
 * two seeds, as small pictures in docs/screenshots. `npm run screenshots -- dark find` makes those alone.
 */
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const states = [...writingStates, ...reviewStates]
const wanted = process.argv.slice(2)
const chosen = states.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
await mkdir(folder, { recursive: true })
const studio = await openStudio()
try {
  for (const { name, show } of chosen) {
    const picture = await studio.take(await show(studio))
    await writeFile(`${folder}${name}.webp`, picture)
    process.stdout.write(`${name}.webp ${Math.round(picture.length / 1000)} kB\n`)
  }
} finally {
  await studio.close()
}
const lines = states.map(({ name, caption }) => `- [${name}](${name}.webp): ${caption}.`)
await writeFile(
  `${folder}README.md`,
  `# Screenshots\n\nMade by \`npm run screenshots\` from the seeds.\n\n${lines.join('\n')}\n`,
)
