import { whenIdle } from './idle.ts'

/** Milliseconds in which a page has come to be live: the worker fetches every file of the app, which would be in the way. */
const opening = 3000
/** Milliseconds until what could not be fetched is asked for again. */
const again = 60_000

/** Has the service worker of this version installed once the page is there. Without one, the app opens with a network only. */
export function registerWorker(): void {
  // There is none outside HTTPS, but on this machine itself.
  if (!('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') registerSoon()
  else window.addEventListener('load', registerSoon, { once: true })
}

function registerSoon(): void {
  whenIdle(register, opening)
}

function register(): void {
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch((error: unknown) => {
    // What a network that is gone just now gives; anything else is a fault.
    if (!(error instanceof TypeError)) throw error
    setTimeout(registerSoon, again)
  })
}
