import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Names a socket in a folder whose own path may be longer than the 107 bytes that a socket's may have: through a link
 * in the folder for temporary files, gone when `use` is done.
 */
export async function withShortPath<T>(
  folder: string,
  name: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const direct = join(folder, name)
  // 103 on some systems.
  if (Buffer.byteLength(direct) <= 100) return use(direct)
  const temporary = mkdtempSync(join(tmpdir(), 'concerte-'))
  try {
    const link = join(temporary, 'd')
    symlinkSync(folder, link)
    return await use(join(link, name))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
