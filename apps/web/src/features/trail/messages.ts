import { defineMessages } from '../../i18n/catalogue.ts'
import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'

export const trailMessages = defineMessages(fr, en)
