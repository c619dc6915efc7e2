const signInPath = '/connexion'

/** Where to sign in so as to come back to `path` after. */
export function signInPathFor(path: string): string {
  return path === '/' ? signInPath : `${signInPath}?retour=${encodeURIComponent(path)}`
}

/** The page to go to after signing in: `retour` of the query when it is a page of ours, else the list of plans. */
export function returnPathOf(search: string): string {
  const path = new URLSearchParams(search).get('retour')
  if (path === null) return '/'
  // `//elsewhere`, `/\elsewhere` and `https:` resolve to another origin.
  const base = 'https://concerte.invalid'
  if (!path.startsWith('/') || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}
