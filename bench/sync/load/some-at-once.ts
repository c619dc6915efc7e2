/** Does something for each number under `count`, ten at once; what came of them, in order. */
export async function someAtOnce<T>(count: number, action: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let start = 0; start < count; start += atOnce) {
    const length = Math.min(atOnce, count - start)
    results.push(...(await Promise.all(Array.from({ length }, (_, n) => action(start + n)))))
  }
  return results
}

const atOnce = 10
