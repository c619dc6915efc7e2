import { ordinalEdits } from './ordinals.ts'
import { quoteEdits } from './quotes.ts'
import { spacingEdits } from './spacing.ts'
import { isInAddress, type TypographyEdit } from './typography-edit.ts'

/**
 * What a printer would make of a character just typed. `before`: the words of the paragraph up to the caret; `typed`: one
 * character. Gives edits of `before + typed`, in order and apart from each other; none where it stands well, or where it
 * is part of an address. Pure.
 */
export function frenchTypography(before: string, typed: string): TypographyEdit[] {
  if (isInAddress(before)) return []
  return [
    ...ordinalEdits(before, typed),
    ...quoteEdits(before, typed),
    ...spacingEdits(before, typed),
    ...dotEdits(before, typed),
  ].toSorted((a, b) => a.from - b.from)
}

/** Three dots, and no more, are an ellipsis. */
function dotEdits(before: string, typed: string): TypographyEdit[] {
  if (typed !== '.' || !/(?<![./\\])\.\.$/.test(before)) return []
  return [{ from: before.length - 2, to: before.length + 1, text: '…' }]
}
