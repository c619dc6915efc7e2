import { plural } from '../../i18n/plural.ts'

export const fr = {
  name: 'Prénom et nom',
  nameNote: 'Tel que les autres le verront.',
  email: 'Adresse électronique',
  emailNote: 'Exemple\u00A0: prenom.nom@ac-exemple.fr',
  password: 'Mot de passe',
  passwordNote: '12 caractères au moins\u00A0: quelques mots sans lien entre eux conviennent bien.',
  nameMissing: 'Saisissez votre prénom et votre nom.',
  emailMissing: 'Saisissez votre adresse électronique.',
  emailWrong: 'Saisissez une adresse électronique complète, comme prenom.nom@ac-exemple.fr.',
  passwordMissing: 'Saisissez un mot de passe.',
  passwordShort: (length: number) =>
    `Allongez le mot de passe\u00A0: il a ${length} ${plural('fr', length, 'caractère', 'caractères')}, il en faut 12 au moins.`,
  passwordLong: 'Raccourcissez le mot de passe\u00A0: 128 caractères au plus.',
}
