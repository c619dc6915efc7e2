export const fr = {
  title: 'Phase du plan',
  names: {
    drafting: 'Rédaction',
    review: 'Relecture',
    consultation: 'Consultation',
    validation: 'Validation',
    final: 'Version finale',
  },
  purposes: {
    drafting: 'Les groupes de travail écrivent.',
    review: 'Le texte est relu et corrigé.',
    consultation: 'Le texte est soumis à l’avis de tous\u202F; les rédacteurs n’y écrivent plus.',
    validation: 'Les instances se prononcent.',
    final: 'Le plan est arrêté\u00A0: plus personne n’y écrit.',
  },
  roles: {
    lead: 'les pilotes',
    editor: 'les rédacteurs',
    reviewer: 'les relecteurs',
    reader: 'les lecteurs',
  },
  scopes: {
    everything: (who: string) => `${who} écrivent partout et organisent le plan`,
    contents: (who: string) => `${who} écrivent les textes`,
    nothing: (who: string) => `${who} lisent`,
  },
  between: '\u202F; ',
  groups:
    'Un rédacteur qui fait partie d’un groupe de travail n’écrit que les axes de ses groupes. Dans un axe validé, personne n’écrit.',
  choice: 'Phase',
  current: 'phase actuelle',
  change: 'Passer à cette phase',
  changing: 'Changement de phase…',
  page: 'Étapes et validation\u00A0: dates, accords, version définitive',
}
