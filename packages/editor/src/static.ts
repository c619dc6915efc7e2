/* What a page needs before any editor is live: no ProseMirror comes with it. */
export { safeLink } from './link-attributes.ts'
export { blocksToHtml, lineToHtml } from './static-html.ts'
export { renderBlocks, renderLine } from './static-text.ts'
export { createPlanUndo } from './plan-undo.ts'
export { isSupportedText } from './supported-text.ts'
export { fieldCombos, type FieldCombo } from './key-combos.ts'
