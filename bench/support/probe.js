// Runs in the page before its own scripts, and takes the times there: no round trip to the browser's driver counts.
globalThis.probe = (() => {
  /** When what the page now holds is on the screen: the first task after the next frame. */
  function afterPaint() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(null)
      })
    })
  }

  /** When a condition first holds, in ms since the navigation began; looked at after each change under `root`. */
  function when(root, condition) {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return
        observer.disconnect()
        const inDom = performance.now()
        resolve(afterPaint().then((painted) => ({ inDom, painted })))
      }
      const observer = new MutationObserver(look)
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
      look()
    })
  }

  let letter
  return {
    /** When an element of that selector shows. */
    shown: (selector) => when(document, () => document.querySelector(selector)?.textContent.trim()),
    /** Waits in the background for the next letter in a text. */
    expectLetter(selector) {
      const element = document.querySelector(selector)
      const { length } = element.textContent
      let key = null
      addEventListener('keydown', (event) => (key = event.timeStamp), { capture: true, once: true })
      letter = when(element, () => element.textContent.length !== length).then((times) => ({
        key: key === null ? null : performance.timeOrigin + key,
        inDom: performance.timeOrigin + times.inDom,
        painted: performance.timeOrigin + times.painted,
      }))
    },
    /** The times of that letter, in ms since 1970, so that two pages can be compared; `key` where it was pressed. */
    letter: () => letter,
  }
})()
