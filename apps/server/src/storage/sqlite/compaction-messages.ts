export type CompactionQuestion =
  | { type: 'build'; projectId: string }
  | { type: 'write' }
  | { type: 'verify' }
  | { type: 'trim' }
export type CompactionRequest = CompactionQuestion & { id: number }
export type CompactionReply = { id: number; type: 'done' | 'ready' | 'nothing' }
