/**
 * An update of words of which each stands right after the same letter, and says that it stood before another one far
 * to the right: Yjs needs the square of their number to find their places.
 */
export function squareUpdate(count: number, of: { client: number; root: string }): Uint8Array {
  const { client, root } = of
  const bytes: number[] = []
  const say = (...numbers: number[]): void => {
    for (let number of numbers) {
      for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) + 128)
      bytes.push(number)
    }
  }
  const sayText = (text: string): void => say(text.length, ...Buffer.from(text))
  // One client, from clock 0: the letters, in a root.
  say(1, count + 1, client, 0, 4, 1)
  sayText(root)
  sayText('a'.repeat(count + 1))
  for (let index = 0; index < count; index += 1) {
    // Both neighbours are named.
    bytes.push(4 + 64 + 128)
    say(client, 0, client, count - index)
    sayText('b')
  }
  // Nothing is deleted.
  say(0)
  return Uint8Array.from(bytes)
}
