// One closure: which line is held, which are dialled beside it, and what is tried next decide each other.
import { closeCodes } from '../close-codes.ts'
import type { Message } from '../messages.ts'
import { brokenCode, type Dial, type Dials, type LineKind } from './line.ts'
import type { Waits } from './waits.ts'

/** Holds a line to the server whenever there is one to be had: over a WebSocket, else over HTTP. */
export type LineKeeper = {
  /** How the line that is held goes; null when none is. */
  readonly kind: LineKind | null
  /** Sends on the line that is held; without one it says nothing. */
  send: (message: Message) => void
  stop: () => void
}

/** What the keeper tells; `taken`, then `message`s, then `lost`, unless the next line takes over from one that works. */
export type LineEvents = {
  dialled: () => void
  /** What is said first on every line; the server answers it. */
  greeting: () => Message[]
  /** The line spoke, and is the one from here on. */
  taken: () => void
  message: (message: Message) => void
  lost: (code: number) => void
}

export type LineKeeperOptions = {
  dials: Dials
  events: LineEvents
  waits: Waits
  /** Fires `offline` when the network goes and `online` when it is back. */
  network: EventTarget | undefined
  random: () => number
}

type Attempt = { kind: LineKind; send: (message: Message) => void; end: () => void }

/** Dials at once. Of the events, only `dialled` may come before this has returned. */
export function keepLine({ dials, events, waits, network, random }: LineKeeperOptions): LineKeeper {
  let held: Attempt | null = null
  /** Dialled while there is no line; beside one over HTTP: the WebSocket that may take over. */
  let tried: Attempt | null = null
  let isStopped = false
  let attempts = 0
  let prefersHttp = false
  /** A network where WebSockets have worked is down rather than changed when one fails. */
  let hasHadSocket = false
  let socketFailures = 0
  let returnDelay = waits.firstReturn
  let retry: ReturnType<typeof setTimeout> | undefined
  let comeBack: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined

  function dial(): void {
    clearTimeout(retry)
    events.dialled()
    if (isStopped) return
    const kind = dials.socket === null || (prefersHttp && dials.http !== null) ? 'http' : 'socket'
    tried = begin(kind, (code) => fail(kind, code))
  }

  function fail(kind: LineKind, code: number): void {
    if (kind === 'http') prefersHttp = false
    else if (!isClosing(code)) {
      socketFailures += 1
      if (dials.http !== null && (!hasHadSocket || socketFailures > 1)) {
        tried = begin('http', (code) => fail('http', code))
        return
      }
    }
    lose(code)
  }

  function hold(attempt: Attempt): void {
    const before = held
    held = attempt
    tried = null
    attempts = 0
    clearTimeout(comeBack)
    prefersHttp = attempt.kind === 'http'
    if (attempt.kind === 'socket') {
      hasHadSocket = true
      socketFailures = 0
      returnDelay = waits.firstReturn
    } else planReturn()
    events.taken()
    // Only now: what was said on it and is not acknowledged is said again on the next.
    before?.end()
  }

  /** WebSockets are tried again, quietly: the line over HTTP goes on until one has spoken. */
  function planReturn(): void {
    if (dials.socket === null) return
    comeBack = setTimeout(tryReturn, returnDelay)
  }

  function tryReturn(): void {
    clearTimeout(comeBack)
    tried = begin('socket', () => {
      tried = null
      returnDelay = Math.min(waits.lastReturn, returnDelay * 2)
      planReturn()
    })
  }

  function lose(code: number): void {
    letGo()
    events.lost(code)
    if (isStopped) return
    const delay = Math.min(waits.lastRetry, waits.firstRetry * 2 ** attempts) * (0.5 + random() / 2)
    attempts += 1
    retry = setTimeout(dial, delay)
  }

  function letGo(): void {
    for (const timer of [retry, comeBack, watchdog]) clearTimeout(timer)
    for (const attempt of [held, tried]) attempt?.end()
    held = null
    tried = null
  }

  function begin(kind: LineKind, failed: (code: number) => void): Attempt {
    return attemptLine({
      kind,
      dial: dials[kind],
      wait: waits[kind],
      greeting: events.greeting,
      hold,
      failed,
      heard(message) {
        watch()
        events.message(message)
      },
      lost: lose,
    })
  }

  /** A line on which nothing came for long is dead, whatever the browser says. */
  function watch(): void {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => lose(closeCodes.unavailable.code), waits.silence)
  }

  /** The browser says that there is no network: what looks like a line is none, whatever its socket still believes. */
  function onOffline(): void {
    if (held !== null || tried !== null) lose(closeCodes.unavailable.code)
  }

  /** The browser says that there is a network, perhaps another one: no need to wait for the next attempt. */
  function onOnline(): void {
    if (tried !== null) return
    if (held === null) return dial()
    if (held.kind === 'socket' || dials.socket === null) return
    returnDelay = waits.firstReturn
    tryReturn()
  }

  network?.addEventListener('offline', onOffline)
  network?.addEventListener('online', onOnline)
  dial()

  return {
    get kind() {
      return held?.kind ?? null
    },
    send: (message) => held?.send(message),
    stop() {
      isStopped = true
      network?.removeEventListener('offline', onOffline)
      network?.removeEventListener('online', onOnline)
      letGo()
    },
  }
}

/** One line from its first ring on: held once it has spoken, failed when it ends or stays silent before that. */
function attemptLine(options: {
  kind: LineKind
  dial: Dial | null
  wait: number
  greeting: () => Message[]
  hold: (attempt: Attempt) => void
  failed: (code: number) => void
  heard: (message: Message) => void
  lost: (code: number) => void
}): Attempt {
  const { kind, dial, wait, greeting, hold, failed, heard, lost } = options
  if (dial === null) throw new Error(`Lines of kind ${kind} cannot be dialled here`)
  let phase: 'silent' | 'held' | 'over' = 'silent'
  const line = dial({
    open() {
      for (const message of greeting()) line.send(message)
    },
    message(message) {
      if (phase === 'silent') {
        clearTimeout(deadline)
        phase = 'held'
        hold(attempt)
      }
      if (phase === 'held') heard(message)
    },
    closed(code) {
      const before = phase
      end()
      if (before === 'silent') failed(code)
      if (before === 'held') lost(code)
    },
  })
  const attempt: Attempt = { kind, send: (message) => line.send(message), end }
  const deadline = setTimeout(() => {
    end()
    failed(brokenCode)
  }, wait)

  function end(): void {
    if (phase === 'over') return
    phase = 'over'
    clearTimeout(deadline)
    line.close()
  }

  return attempt
}

/** Whether a server said why it ends the line. */
function isClosing(code: number): boolean {
  return code >= 4400
}
