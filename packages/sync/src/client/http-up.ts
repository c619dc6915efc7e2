import { joinFrames } from '../frames.ts'

/** Bytes that one request gathers; the server takes four times as much, for messages that are long by themselves. */
const maxGathered = 1024 * 1024

/** What is said, gathered while a request is under way. `post` resolves to whether the line goes on. */
export function createHttpUp(post: (n: number, body: Uint8Array<ArrayBuffer>) => Promise<boolean>) {
  let waiting: Uint8Array[] = []
  let isSending = false
  let isOver = false
  let count = 0

  async function run(): Promise<void> {
    isSending = true
    // What is said in one turn goes in one request.
    await Promise.resolve()
    do {
      count += 1
      const goesOn = await post(count, gather())
      if (!goesOn || isOver) return
    } while (waiting.length > 0)
    isSending = false
  }

  function gather(): Uint8Array<ArrayBuffer> {
    let length = 0
    const fits = waiting.findIndex((frame, index) => {
      length += frame.byteLength
      return index > 0 && length > maxGathered
    })
    return Uint8Array.from(joinFrames(waiting.splice(0, fits === -1 ? waiting.length : fits)))
  }

  return {
    send(frame: Uint8Array) {
      waiting.push(frame)
      if (!isSending && !isOver) void run()
    },
    ping() {
      if (!isSending && !isOver) void run()
    },
    stop() {
      isOver = true
      waiting = []
    },
  }
}
