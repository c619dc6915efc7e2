export {
  createSyncClient,
  type ClientAccess,
  type SyncClient,
  type SyncClientOptions,
} from './client/client.ts'
export { closeCodeHeader } from './client/http-line.ts'
export type { LineKind } from './client/line.ts'
export { createNewsLine, type NewsLine } from './client/news-line.ts'
export { dialAhead, type SocketAhead } from './client/socket-ahead.ts'
export { closeCodes, type Closing } from './close-codes.ts'
export { openStoredPlan } from './open-stored-plan.ts'
export { joinFrames, splitFrames } from './frames.ts'
export { closedFrame } from './http-frames.ts'
export { quietFrame } from './presence.ts'
export { createPlanRooms, type PlanRooms, type PlanRoomsPorts } from './plan-rooms.ts'
export type { Access, Connection, Identity, PlanUpdate, StoredPlan, UpdateLog } from './ports.ts'
export type { SyncMeter } from './sync-meter.ts'
export type { TryOut } from './trials.ts'
export type { Session } from './room-ports.ts'
export { MessageError, type RefusalCode } from './messages.ts'
export {
  clientRefusalCodes,
  hasUnsaved,
  isFinal,
  type ClientRefusalCode,
  type SaveState,
} from './client/save-state.ts'
export { usualWaits, type Waits } from './client/waits.ts'
export type { KeptEdit, KeptPlan, KeptState, KeptStore } from './offline/kept-store.ts'
export { createPlanKeeper, keptOrigin, type KeepingState, type PlanKeeper } from './offline/plan-keeper.ts'
