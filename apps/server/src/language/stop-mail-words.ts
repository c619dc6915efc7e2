import type { Language } from './language.ts'

type StopMailWords = { title: string; question: string; stop: string; done: string; choose: string }

/** The page on which somebody ends the e-mails. */
export const stopMailWords: Record<Language, StopMailWords> = {
  fr: {
    title: 'E-mails de Concerte',
    question:
      'Voulez-vous ne plus recevoir aucun e-mail de Concerte\u202F? Vos notifications restent dans l’application.',
    stop: 'Ne plus recevoir d’e-mails',
    done: 'C’est fait\u00A0: Concerte ne vous enverra plus d’e-mails. Vos notifications restent dans l’application.',
    choose: 'Choisir les e-mails que vous recevez',
  },
  en: {
    title: 'E-mails from Concerte',
    question: 'Do you want no e-mail from Concerte any more? Your notifications stay in the application.',
    stop: 'Stop the e-mails',
    done: 'Done: Concerte will send you no more e-mails. Your notifications stay in the application.',
    choose: 'Choose the e-mails that you have',
  },
}
