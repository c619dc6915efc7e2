// Runs in the page before its own scripts, and takes the times there: no round trip to the browser's driver counts.

/** Runs something as the first task after this one. */
function afterwards(run) {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', run, { once: true })
  port1.start()
  port2.postMessage(null)
}

globalThis.measured = (() => {
  let delays = []
  const readable = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('h1')?.textContent.trim()) return
      observer.disconnect()
      resolve(performance.now())
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  })

  /** When the task of the last key had changed its text: what waits for that, as the editor does, has run. */
  let handled = 0
  addEventListener('input', () => queueMicrotask(() => (handled = performance.now())))
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const waited = performance.now() - Math.max(handled, timeStamp)
        // What the page holds is on the screen.
        afterwards(() => {
          const painted = performance.now() - timeStamp
          delays.push({ painted, own: painted - waited })
        })
      })
    },
    { capture: true },
  )

  return {
    /** When the title first had words, in ms since the navigation began. */
    readable: () => readable,
    /**
     * Puts the caret in a text as soon as the page lets one write there: when letters can be typed, in ms since the navigation
     * began. Nobody asks from outside meanwhile, which would take the page's time.
     */
    writable: (selector, live) =>
      new Promise((resolve) => {
        const look = () => {
          const field = document.querySelector(`${selector}[contenteditable=true]`)
          if (field === null) return
          if (document.activeElement !== field && !field.matches(live)) field.focus()
          if (!field.matches(live)) return
          observer.disconnect()
          resolve(performance.now())
        }
        const observer = new MutationObserver(look)
        const attributeFilter = ['contenteditable', 'class']
        observer.observe(document, { subtree: true, childList: true, attributeFilter })
        look()
      }),
    /**
     * Of each key since the last call, in ms: `painted`, until its letter is; `own`, what of that the page's thread is at, which is the
     * task of the key and that of the frame: between the two it waits for the screen.
     */
    takeDelays() {
      const taken = delays
      delays = []
      return taken
    },
    /** Half a window a step, as a wheel does, from the beginning. */
    async scroll(steps) {
      const frames = []
      const longTasks = []
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration)
      })
      observer.observe({ type: 'longtask' })
      scrollTo(0, 0)
      await new Promise(requestAnimationFrame)
      let before = await new Promise(requestAnimationFrame)
      for (let step = 0; step < steps; step += 1) {
        // Eight frames a step: at 60 a second some 3,000 px a second.
        for (let part = 0; part < 8; part += 1) {
          scrollBy(0, innerHeight / 16)
          const now = await new Promise(requestAnimationFrame)
          frames.push(now - before)
          before = now
        }
      }
      observer.disconnect()
      return { frames, longTasks, windows: steps / 2 }
    },
    /** How many elements the page has. */
    elements: () => document.querySelectorAll('*').length,
  }
})()
