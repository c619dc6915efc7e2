import type { Dialect } from '../load/dialect.ts'
import type { Address } from '../load/raw-socket.ts'

/** One server under measurement, in a process of its own, on data that outlive it. */
export type MeasuredServer = {
  readonly name: string
  readonly dialect: Dialect
  /** Answers a newcomer before the stored document is there, and sends that later. */
  readonly loadsLate: boolean
  readonly pid: number
  start(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
  /** As an operator stops it. */
  stop(): Promise<void>
  /** Stops it, and takes its data away. */
  dispose(): Promise<void>
  /** Makes as many rooms as are asked for, and lets so many people come in, over all rooms. */
  open(rooms: number, people: number): Promise<void>
  /** Lets those who come into a room from now on write in these axes of the plan that is in it. */
  admit(room: number, axes: readonly string[]): Promise<void>
  /** @param person their number over all rooms; without it whoever keeps the bench */
  address(room: number, person?: number): Address
  roomName(room: number): string
}

export type ServerKind = {
  readonly name: string
  readonly isDurable: boolean
  create(): Promise<MeasuredServer>
}
