// Replaces data, and ends without a word at a step that the test names.
import { replaceData } from '../operations/replace-data.ts'

const [path = '', incoming = '', lastStep = '', times = '1'] = process.argv.slice(2)
let left = Number(times)

await replaceData({
  path,
  incoming,
  nowMs: () => 0,
  onStep(step) {
    if (step !== lastStep) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  },
})
