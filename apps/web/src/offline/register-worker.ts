/** Has the service worker of this version installed once the page is there. Without one, the app opens with a network only. */
export function registerWorker(): void {
  // There is none outside HTTPS, but on this machine itself.
  if (!('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

function register(): void {
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(reportError)
}
