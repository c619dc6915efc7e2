import type { Amendment, Decision } from '@concerte/api'

import { ApiError } from '../api-error.ts'
import { fateWords } from '../language/amendment-words.ts'
import type { Language } from '../language/language.ts'

/** @throws ApiError when there is nothing (more) to be decided, or another thing than what the person saw */
export function requireUndecided(
  amendment: Amendment,
  { decision, language }: { decision: Decision; language: Language },
): void {
  const { fate } = amendment
  const isUndoing = decision.type === 'reopen'
  if (isUndoing && fate.type === 'open') throw new ApiError('amendment-changed')
  if (!isUndoing && fate.type !== 'open') throw decided(amendment, language)
  // Only its author proposes it again.
  if (fate.type === 'withdrawn') throw decided(amendment, language)
  if (amendment.revision !== decision.revision) throw new ApiError('amendment-changed')
}

/** Somebody was first; it says who, and what they decided. */
export function decided({ fates }: Amendment, language: Language): ApiError {
  const last = fates.at(-1)
  if (last === undefined) return new ApiError('amendment-changed')
  const words = fateWords(language, last.fate)
  const detail = last.by.name === null ? words : `${last.by.name}, ${words}`
  return new ApiError('amendment-decided', { detail })
}
