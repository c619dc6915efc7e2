import type { FieldPlace, PasteRequest } from '@concerte/editor'

import type { PlanTools } from '../plan/plan-context.ts'
import { currentLocale } from '../../i18n/locale.ts'
import { holdKeys } from '../../ui/hold-keys.ts'
import { latePart } from '../../ui/late-parts.ts'
import { uiMessages } from '../../ui/messages.ts'

const pasting = latePart(() => import('./take-pasted.ts'))

/** What pasting more than one paragraph into a text does. How to read it comes when the page has time, at the latest now. */
export function pasteHandler(tools: PlanTools, place: FieldPlace): (request: PasteRequest) => boolean {
  return (request) => {
    const now = pasting.current()
    if (now !== null) now.takePasted(tools, place, request)
    else {
      // What is typed meanwhile would go before what was pasted.
      const giveBack = holdKeys({ label: uiMessages[currentLocale()].opening, onEscape: () => undefined })
      void pasting
        .fetch()
        .finally(giveBack)
        .then(
          () => pasting.current()?.takePasted(tools, place, request),
          // Without a network and before it was ever here: all of it comes in as one text.
          () => request.insert(request.text.split(/[\r\n]+/).map(paragraph)),
        )
    }
    return true
  }
}

function paragraph(text: string) {
  return { type: 'paragraph' as const, content: [{ text }] }
}
