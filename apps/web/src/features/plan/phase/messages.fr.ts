export const fr = {
  title: 'Phase du plan',
  button: (phase: string) => `Phase du plan\u00A0: ${phase}`,
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
  roles: { lead: 'pilotes', editor: 'rédacteurs', reviewer: 'relecteurs', reader: 'lecteurs' },
  scopes: {
    everything: (who: string) => `Écrivent partout et organisent le plan\u00A0: ${who}.`,
    contents: (who: string) => `Écrivent les textes\u00A0: ${who}.`,
    nothing: (who: string) => `Lisent\u00A0: ${who}.`,
  },
  groups:
    'Un rédacteur qui fait partie d’un groupe de travail n’écrit que les axes de ses groupes. Dans un axe validé, personne n’écrit.',
  choice: 'Phase',
  current: 'phase actuelle',
  change: 'Passer à cette phase',
  changing: 'Changement de phase…',
  changed: (phase: string) => `Le plan est en phase «\u00A0${phase}\u00A0».`,
  finalWarning:
    'Plus personne ne pourra écrire dans le plan, pas même les pilotes, tant qu’un pilote ne revient pas à une autre phase.',
}
