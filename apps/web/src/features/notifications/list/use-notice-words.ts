import type { Notice } from '@concerte/api'

import { useMessages } from '../../../i18n/catalogue.ts'
import { phaseMessages } from '../../plan/phase/messages.ts'
import { roleMessages } from '../../roles/messages.ts'
import { listMessages } from './messages.ts'

/** What happened as a sentence, and the words that it is about, where there are any. */
export type NoticeWords = { sentence: string; detail: string | null }

export function useNoticeWords(): (notice: Notice) => NoticeWords {
  const t = useMessages(listMessages)
  const phases = useMessages(phaseMessages)
  const roles = useMessages(roleMessages)
  return (notice) => {
    const { by } = notice
    switch (notice.type) {
      case 'mention':
      case 'reply':
      case 'assignment':
        return {
          sentence: t.sentences[notice.type](by),
          detail: notice.excerpt === '' ? null : t.quote(notice.excerpt),
        }
      case 'cosign':
        return { sentence: t.sentences.cosign(by, notice.number), detail: null }
      case 'decision':
        return {
          sentence: t.fates[fateKey(notice.fate)](by, notice.number),
          detail: notice.reason === '' ? null : t.reason(notice.reason),
        }
      case 'phase':
        return { sentence: t.sentences.phase(by, phases.names[notice.phase]), detail: null }
      case 'approval':
      case 'sealed':
        return { sentence: t.sentences[notice.type](by), detail: null }
      case 'invitation':
      case 'role':
        return { sentence: t.sentences[notice.type](by, roles.inSentence[notice.role]), detail: null }
    }
  }
}

function fateKey(fate: string) {
  switch (fate) {
    case 'accepted':
    case 'merged':
    case 'refused':
    case 'referred':
    case 'obsolete':
    case 'open':
    case 'collision':
    case 'done':
    case 'gone':
      return fate
    case 'accepted-with-changes':
      return 'acceptedWithChanges'
    default:
      return 'other'
  }
}
