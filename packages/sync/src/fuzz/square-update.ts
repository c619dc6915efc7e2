import { writeUpdate, type WrittenStruct } from './write-update.ts'

/**
 * Words of which each stands right after the same letter and says that it stood before another one far to the right:
 * to find its place Yjs walks over all that came before it, and over the letters.
 * @param of `client`: who has written nothing yet; `root`: a text
 */
export function squareUpdate(count: number, of: { client: number; root: string }): Uint8Array {
  const { client, root } = of
  const letters = { type: 'string', text: 'a'.repeat(count + 1) } as const
  const structs: WrittenStruct[] = [
    { type: 'item', origin: null, rightOrigin: null, parent: root, key: null, content: letters },
  ]
  for (let index = 0; index < count; index += 1) {
    structs.push({
      type: 'item',
      origin: { client, clock: 0 },
      rightOrigin: { client, clock: count - index },
      parent: root,
      key: null,
      content: { type: 'string', text: 'b' },
    })
  }
  return writeUpdate([{ client, clock: 0, structs }], [])
}
