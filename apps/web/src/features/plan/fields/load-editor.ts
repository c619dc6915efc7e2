import type { createFieldEditor } from '@concerte/editor'

type Load = {
  (): Promise<void>
  /** Null until it is here. */
  current: typeof createFieldEditor | null
}

/** Fetches the live editor, once; the plan is shown without waiting for it. */
export const loadEditor: Load = Object.assign(
  async () => {
    loading ??= import('@concerte/editor').then((module) => {
      loadEditor.current = module.createFieldEditor
    })
    await loading
  },
  { current: null },
)

let loading: Promise<void> | undefined
