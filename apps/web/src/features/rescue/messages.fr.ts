export const fr = {
  because: {
    rejected: 'Le serveur n’a pas pu prendre votre modification, et le plan a été rouvert.',
    'foreign-author': 'Votre modification n’a pas pu être prise sous votre nom, et le plan a été rouvert.',
    'not-your-axis':
      'Votre modification n’a pas été prise\u00A0: elle touchait un axe que vos groupes de travail n’écrivent pas.',
    structure:
      'Votre modification n’a pas été prise\u00A0: seuls les pilotes changent les axes, les parties et les réglages du plan.',
    'axis-locked': 'Votre modification n’a pas été prise\u00A0: cet axe est verrouillé.',
    phase:
      'Votre modification n’a pas été prise\u00A0: dans cette phase du plan, votre rôle ne permet pas d’écrire.',
    'plan-final': 'Votre modification n’a pas été prise\u00A0: le plan est définitif.',
    forbidden:
      'Vous n’avez plus accès à ce plan\u00A0: ce que vous y aviez écrit sans connexion n’a pas été envoyé.',
    'read-only':
      'Vous ne pouvez plus écrire dans ce plan\u00A0: ce que vous y aviez écrit sans connexion n’a pas été pris.',
    replaced:
      'Une sauvegarde du plan a été rétablie\u00A0: ce que vous aviez écrit sans connexion n’a pas pu y être ajouté.',
  },
  kept: (when: string) => `Vos mots ont été gardés sur cet appareil ${when}.`,
  see: 'Voir ce que vous aviez écrit',
  understood: 'J’ai compris',
  title: 'Ce que vous aviez écrit',
  lead: (when: string) =>
    `Ces textes ont été gardés sur cet appareil ${when}. Ils ne sont pas dans le plan\u00A0: copiez ce que vous voulez y remettre.`,
  copy: 'Tout copier',
  copied: 'Copié',
  notCopied: 'La copie n’a pas abouti\u00A0: sélectionnez le texte et copiez-le.',
  download: 'Télécharger (.txt)',
  fileName: (day: string) => `mes-mots-${day}.txt`,
  remove: 'Supprimer cette copie…',
  removeSurely: 'Supprimer définitivement',
  keep: 'La garder',
  cover: 'Couverture',
  section: 'Partie',
  group: 'Groupe d’actions',
  measure: 'Mesure',
  indicator: 'Indicateur',
  statement: 'Énoncé',
  fields: {
    title: 'Titre',
    academy: 'Académie',
    slogan: 'Accroche',
    mention: 'Mention',
    body: 'Texte',
    signatory: 'Signataire',
    introduction: 'Introduction',
    announcedTitle: 'Titre annoncé',
    lead: 'Pilote',
    partners: 'Partenaires',
    schedule: 'Calendrier',
    continues: 'Dans la suite de',
    unit: 'Unité',
    baseline: 'Valeur de départ',
    target: 'Cible',
    source: 'Source',
    frequency: 'Fréquence',
  },
}
