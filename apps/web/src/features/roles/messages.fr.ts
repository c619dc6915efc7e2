export const fr = {
  lead: 'Pilote',
  editor: 'Rédacteur',
  reviewer: 'Relecteur',
  reader: 'Lecteur',
  /** Within a sentence. */
  inSentence: { lead: 'pilote', editor: 'rédacteur', reviewer: 'relecteur', reader: 'lecteur' },
  allows: {
    lead: 'Écrit partout, organise le plan, invite et nomme les versions.',
    editor: 'Écrit dans le plan et nomme des versions.',
    reviewer: 'Lit le plan et l’exporte\u202F; commente et propose, sans toucher au texte.',
    reader: 'Lit le plan et l’exporte.',
  },
}
