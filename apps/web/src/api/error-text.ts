import { defineMessages, useMessages } from '../i18n/catalogue.ts'
import { isApiError, type ApiErrorCode } from './api-error.ts'
import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'

const errorMessages = defineMessages(fr, en)

/** Codes whose sentence from the server says more than the code: which character, which line, who. */
const detailed: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>([
  'pdf-unsupported-character',
  'file-unreadable',
  'amendment-decided',
])

/** What to tell people of an error: what happened and what to do, in their language. */
export function useErrorText(): (error: unknown) => string {
  const t = useMessages(errorMessages)
  return (error) => {
    if (!isApiError(error)) return t.unknown
    return detailed.has(error.code) && error.detail !== '' ? error.detail : t.errors[error.code]
  }
}
