import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Plans',
  lead: 'Les projets académiques auxquels vous prenez part.',
  newPlan: 'Nouveau plan',
  yourRole: (role: string) => `Vous êtes ${role}`,
  kept: 'Gardé sur cet appareil',
  onlyKept: 'Vous êtes hors connexion\u00A0: voici les plans gardés sur cet appareil.',
  changed: (moment: string) => `Modifié ${moment}`,
  period: (start: number, end: number) => `${start}-${end}`,
  untitled: 'Projet académique sans titre',
  empty: {
    title: 'Aucun plan pour l’instant',
    text: 'Commencez un plan à partir d’une trame ou d’un texte existant. Si l’on vous attend dans un plan, ouvrez le lien d’invitation que vous avez reçu.',
  },
  create: {
    title: 'Nouveau plan',
    lead: 'Partez d’une trame vide, ou d’un projet académique déjà écrit.',
    fromTemplate: 'À partir d’une trame',
    template: 'Trame',
    templates: {
      actions: {
        label: 'Axes, actions, mesures et indicateurs',
        description:
          'Chaque axe présente des actions\u202F; chaque action détaille ses mesures et les indicateurs qui diront si elle a porté ses fruits.',
      },
      orientations: {
        label: 'Orientations, objectifs cibles et atouts',
        description:
          'Chaque axe énonce ses grandes orientations, ses objectifs cibles et les atouts de l’académie, sans fiche action.',
      },
    },
    templateNote: 'Les rubriques pourront être renommées, ajoutées et réordonnées ensuite.',
    academy: 'Académie',
    academyNote: 'Telle qu’elle figurera en couverture. Exemple\u00A0: Académie de Limoges',
    period: 'Période',
    periodNote: 'Facultative\u00A0: elle pourra être précisée plus tard.',
    start: 'Première année',
    end: 'Dernière année',
    submit: 'Créer le plan',
    submitting: 'Création du plan…',
    academyMissing: 'Saisissez le nom de l’académie.',
    yearWrong: 'Saisissez une année en quatre chiffres, entre 1900 et 2200.',
    startMissing: 'Saisissez aussi la première année, ou laissez les deux vides.',
    endMissing: 'Saisissez aussi la dernière année, ou laissez les deux vides.',
    endBeforeStart: 'La dernière année vient avant la première\u00A0: corrigez l’une des deux.',
  },
  upload: {
    title: 'À partir d’un document existant',
    text: 'Concerte lit le texte d’un projet académique (.txt) et y retrouve les axes, les actions, les mesures et les indicateurs. Il lit aussi un plan exporté d’un autre Concerte (.project.json). 2\u00A0Mo au plus.',
    choose: 'Choisir un fichier',
    drop: 'ou déposez-le ici',
    reading: (name: string) => `Lecture de «\u00A0${name}\u00A0»…`,
    unplacedTitle: (count: number) =>
      `${count} ${plural('fr', count, 'ligne n’a pas trouvé sa place', 'lignes n’ont pas trouvé leur place')}`,
    unplacedText:
      'Le plan est créé avec tout le reste. Gardez ces lignes sous la main pour les y reporter là où elles doivent aller.',
    line: 'Ligne',
    words: 'Texte',
    open: 'Ouvrir le plan',
    copy: 'Copier ces lignes',
    copied: 'Lignes copiées.',
    notCopied: 'La copie n’a pas abouti\u00A0: sélectionnez les lignes et copiez-les vous-même.',
  },
}
