/*
 * Lets the app open without a network. The build puts this file at /sw.js with `version` (a hash of the files) and `files` (the
 * page and its assets) before it. Nothing of /api and /sync passes here, and nothing of a person is kept here.
 *
 * Pages come from the network first, so that a new version is there at the next load; the page that is kept stands in when no answer
 * comes in time. A new worker takes over at once (one that waits may wait for weeks, and then opens an old page on newer data); pages
 * of the version before still find their own assets, which stay until the next.
 */
/* global files, version -- written before this by the build */

const prefix = 'concerte-'
const cacheName = prefix + version
const shell = '/'
/** How long the network may take for a page, in ms. */
const patience = 3000
/** The addresses that are pages of the app: as the server has it. */
const page = /^\/(?!api\/|sync\/|assets\/|public\/|healthz$|metrics$)[^.]*$/

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOld())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (page.test(pathname)) event.respondWith(openPage(request))
  } else if (files.includes(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(findFile(request))
  }
})

async function keepFiles() {
  const cache = await caches.open(cacheName)
  // Hashed names never change what they hold: the browser may have them already. The page is asked for anew.
  await cache.addAll(files.filter((path) => path !== shell))
  await cache.add(new Request(shell, { cache: 'reload' }))
}

async function removeOld() {
  const names = await caches.keys()
  // In the order in which they were made.
  const others = names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

async function openPage(request) {
  const kept = await caches.match(shell, { cacheName })
  if (kept === undefined) return fetch(request)
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const response = await fetch(request, { signal: stop.signal })
    // A proxy before a server that is down answers in its place.
    return response.status >= 500 ? kept : response
  } catch {
    return kept
  } finally {
    clearTimeout(timer)
  }
}

async function findFile(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  return kept ?? fetch(request)
}
