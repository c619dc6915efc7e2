import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  diff: {
    added: '[added: ',
    removed: '[removed: ',
    end: '] ',
    addedBreak: '[paragraph split here] ',
    removedBreak: '[paragraphs joined here] ',
    restyled: '[formatted differently: ',
    relisted: '[laid out differently] ',
    unfold: 'Whole text',
    fold: 'Changes only',
  },
}
