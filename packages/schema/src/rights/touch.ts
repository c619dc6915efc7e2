/** One thing that an update does to a plan's document, and where. */
export type Touch = {
  /** Name of the root type, `nodes` for the outline. */
  root: string
  /**
   * Keys of the maps on the way down from the root: in `nodes`, the node's id, then the name of its field or text, then
   * whatever is inside.
   */
  keys: readonly string[]
  /** Whether it is the value of the last key itself; else it stands somewhere inside of it. */
  isValue: boolean
  change: 'add' | 'remove'
  /** The plain value that was set; undefined for shared types, texts and what is removed. */
  value: unknown
}
