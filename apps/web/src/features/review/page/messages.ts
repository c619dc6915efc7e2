import { defineMessages } from '../../../i18n/catalogue.ts'
import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'

/** What of review the page itself says: it comes with the page, the words of the panel after it. */
export const reviewPageMessages = defineMessages(fr, en)
