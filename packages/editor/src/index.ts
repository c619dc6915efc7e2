export { createFieldEditor, type FieldEditor, type FieldEditorOptions } from './field-editor.ts'
export type {
  CaretTarget,
  EnterPlace,
  FieldHandlers,
  LeaveDirection,
  LinkRequest,
  PasteRequest,
  SlashHandlers,
} from './field-handlers.ts'
export type { FieldPlace } from './field-place.ts'
