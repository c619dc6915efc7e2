import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  name: 'First and last name',
  nameNote: 'As others will see it.',
  email: 'E-mail address',
  emailNote: 'Example: first.last@ac-exemple.fr',
  password: 'Password',
  passwordNote: 'At least 12 characters: a few unrelated words do well.',
  nameMissing: 'Enter your first and last name.',
  emailMissing: 'Enter your e-mail address.',
  emailWrong: 'Enter a complete e-mail address, such as first.last@ac-exemple.fr.',
  passwordMissing: 'Enter a password.',
  passwordShort: (length) =>
    `Make the password longer: it has ${length} ${plural('en', length, 'character', 'characters')}, at least 12 are needed.`,
  passwordLong: 'Make the password shorter: 128 characters at most.',
}
