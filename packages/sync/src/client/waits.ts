/** How long the client waits for what, in ms. */
export type Waits = {
  /** For the first message on a WebSocket, before the same is tried over HTTP. */
  socket: number
  /** For the first message over HTTP. */
  http: number
  /** For the first byte of a stream: without one, something on the way holds answers back until they end. */
  stream: number
  /** For the answer to a request; the server holds a poll back for 20 s. */
  answer: number
  /** Between signs of life on a stream: its server would not learn otherwise that nobody listens. */
  ping: number
  /** For any message: the server says something at least every 20 s. */
  silence: number
  /** Before the next attempt: doubled from the first to the last, each taken at random between half and whole. */
  firstRetry: number
  lastRetry: number
  /** Before WebSockets are tried again while HTTP works: doubled from the first to the last. */
  firstReturn: number
  lastReturn: number
}

export const usualWaits: Waits = {
  socket: 2_000,
  http: 10_000,
  stream: 1_500,
  answer: 60_000,
  ping: 20_000,
  silence: 45_000,
  firstRetry: 250,
  lastRetry: 15_000,
  firstReturn: 30_000,
  lastReturn: 600_000,
}
