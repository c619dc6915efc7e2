/** Fetches a part of the application once; after a failure, the next call tries again. */
export type Fetch = () => Promise<void>

const fetches: Fetch[] = []

/** A part that need not be there before the first keystroke. `current` is null until it is here. */
export type LatePart<Part> = { fetch: Fetch; current: () => Part | null }

export function latePart<Part>(load: () => Promise<Part>): LatePart<Part> {
  let part: Part | null = null
  let loading: Promise<void> | null = null
  const fetch = () => {
    loading ??= load().then(
      (loaded) => {
        part = loaded
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  fetches.push(fetch)
  return { fetch, current: () => part }
}

/** Fetches what is not here yet, one after the other, so that all of it opens at once, and without a network too. */
export async function fetchLateParts(): Promise<void> {
  // A part may bring others with it.
  for (let next = 0; next < fetches.length; next += 1) {
    // Whoever opens it will be told.
    await fetches[next]?.().catch(() => undefined)
  }
}
