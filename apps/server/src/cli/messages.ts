import type { ConfigProblem } from '../config.ts'
import type { Language } from '../language/language.ts'
import type { OperationProblem } from '../operations/operation-error.ts'
import { checkMessages } from './check-messages.ts'
import { verifyMessages } from './verify-messages.ts'

/** What the command says to people. */
export type CliMessages = typeof fr

const someFr = someIn('fr')
const someEn = someIn('en')

const fr = {
  description: 'Co-écrire un projet académique : en direct, relu, versionné, exporté.',
  titles: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
  } as Record<string, string>,
  help: 'Afficher cette aide',
  helpCommand: 'Afficher l’aide d’une commande',
  version: 'Afficher la version',
  badUsage: (detail: string) => `${detail}\nVoir « concerte --help ».`,
  unknownCommand: 'Cette commande n’existe pas.',
  missingArgument: 'Il manque un argument.',
  missingOption: 'Il manque une option obligatoire.',
  unknownOption: 'Cette option n’existe pas.',
  invalidOption: 'Une option a une valeur qui ne convient pas.',
  tooManyArguments: 'Il y a trop d’arguments.',
  config: {
    'not-a-port': 'doit être un numéro de port, de 0 à 65535',
    'port-in-use': 'ce port est déjà pris',
    'not-an-origin': 'doit être une adresse sans chemin, comme https://plans.exemple.fr',
    'not-a-count': 'doit être un nombre de serveurs mandataires, de 0 à 10',
    'not-a-bound': 'doit être un nombre entier, 1 au moins',
    'not-a-level': 'doit être debug, info, warn ou error',
    'not-smtp': 'doit être une adresse comme smtp://serveur:587 ou smtps://nom:mot-de-passe@serveur',
    'not-a-sender': 'doit être une adresse, ou un nom et une adresse : Concerte <concerte@exemple.fr>',
    'not-an-hour': 'doit être une heure entière, de 0 à 23',
    'not-a-time-zone': 'doit être un fuseau horaire, comme Europe/Paris',
    'needed-for-mail': 'est nécessaire pour envoyer des e-mails (SMTP_URL)',
    'secret-too-short': 'doit avoir au moins 32 caractères',
    'token-too-short': 'doit avoir au moins 16 caractères',
    'folder-unusable':
      'ce dossier ne peut pas être créé, ou rien ne peut y être écrit (disque plein, lecture seule)',
    'folder-in-use': 'un autre serveur se sert de ce dossier',
    'secret-damaged': 'ce fichier est abîmé. Supprimez-le : chacun devra se reconnecter',
  } satisfies Record<ConfigProblem, string>,
  badConfig: 'Le réglage ne convient pas :',
  failed: (detail: string) => `La commande a échoué : ${detail}`,
  serve: {
    summary: 'Démarrer le serveur (réglages par variables d’environnement : PORT, DATA_DIR, PUBLIC_URL…)',
    ready: (url: string, dataDir: string) =>
      `\n  Concerte est prêt.\n\n    Adresse   ${url}\n    Données   ${dataDir}\n`,
    setup: (url: string) =>
      `\n  Aucun compte n’existe encore. Ouvrez ce lien pour créer le premier,\n  celui de l’administrateur (il change à chaque démarrage) :\n\n    ${url}\n`,
    hint: '\n  Ctrl+C pour arrêter.\n\n',
    stopping: '\n  Arrêt : tout est enregistré.\n',
  },
  import: {
    summary: 'Lire le texte d’un projet académique et montrer ce qui y est trouvé',
    file: 'le fichier (.txt ou .project.json)',
    json: 'écrire le projet en JSON sur la sortie standard',
    counts: (axes: number, actions: number, entries: number) =>
      `${someFr(axes, 'axe')}, ${someFr(actions, 'action')}, ${someFr(entries, 'entrée')} (mesures, indicateurs, énoncés)`,
    allPlaced: 'Tout le texte a été placé.',
    unplaced: (count: number) =>
      count === 1 ? `1 ligne n’a pas pu être placée :` : `${count} lignes n’ont pas pu être placées :`,
    line: (line: number, text: string) => `  ligne ${line} : ${text}`,
    noAxis: 'Aucun axe n’a été trouvé dans ce fichier.',
  },
  check: checkMessages.fr,
  verify: verifyMessages.fr,
  export: {
    summary: 'Écrire un projet dans un fichier',
    source: 'un fichier .project.json, ou l’identifiant d’un projet de DATA_DIR',
    format: 'le format du fichier',
    output: 'le fichier à écrire (« - » : la sortie standard)',
    locale: 'la langue des mots fixes',
    written: (path: string) => `Écrit : ${path}`,
    noProject: (id: string, dataDir: string) => `Aucun projet « ${id} » dans ${dataDir}.`,
    noData: (dataDir: string) => `Aucune donnée de Concerte dans ${dataDir}. Réglez DATA_DIR.`,
    badCharacter: (characters: string) =>
      `Le PDF ne peut pas contenir ${characters} : aucune police ne le dessine. Remplacez-le, puis recommencez.`,
  },
  backup: {
    summary: 'Copier toutes les données dans un fichier, que le serveur tourne ou non',
    file: 'le fichier à écrire',
    force: 'remplacer un fichier qui existe',
    exists: (path: string) => `Ce fichier existe déjà : ${path}. Ajoutez --force pour le remplacer.`,
    written: (path: string, plans: number, accounts: number, megabytes: number) =>
      `Écrit : ${path} (${someFr(plans, 'projet')}, ${someFr(accounts, 'compte')}, ${oneDigit('fr', megabytes)} Mo)`,
  },
  restore: {
    summary:
      'Remettre les données d’une copie à la place de celles d’aujourd’hui, que le serveur tourne ou non',
    file: 'la copie, faite par « concerte backup »',
    restored: (plans: number, accounts: number) =>
      `Les données de la copie sont en place : ${someFr(plans, 'projet')}, ${someFr(accounts, 'compte')}.`,
    kept: (path: string) => `Celles d’avant sont gardées dans ${path}`,
    noAnswer:
      'Un serveur se sert de ces données, mais il ne répond pas. Voyez son journal, arrêtez-le au besoin, puis recommencez.',
  },
  operation: {
    'no-data': 'Il n’y a pas encore de données de Concerte ici.',
    unreadable: 'Ce fichier n’existe pas, ou ne peut pas être lu (par le serveur non plus, s’il tourne).',
    foreign: 'Ce fichier n’est pas une copie des données de Concerte.',
    damaged: 'Ces données sont abîmées.',
    newer:
      'Cette copie vient d’une version plus récente de Concerte. Mettez Concerte à jour, puis recommencez.',
    unwritable: 'Rien ne peut être écrit à cet endroit (disque plein, droits, lecture seule).',
    busy: 'Une autre commande se sert des données. Recommencez dans un instant.',
    unusable: 'Le serveur n’a pas pu ouvrir ces données ; il a repris celles d’avant.',
    failed: 'Une erreur imprévue est survenue.',
  } satisfies Record<OperationProblem, string>,
  unchanged: 'Rien n’a changé.',
  user: {
    summary: 'Gérer les comptes',
    addSummary: 'Créer un compte (mot de passe dans CONCERTE_PASSWORD, ou demandé)',
    email: 'l’adresse électronique',
    name: 'le nom',
    admin: 'en faire un administrateur',
    askPassword: 'Mot de passe (douze caractères au moins) : ',
    noPassword: 'Donnez le mot de passe dans CONCERTE_PASSWORD.',
    badEmail: 'Cette adresse électronique n’est pas valable.',
    badName: 'Ce nom n’est pas valable (1 à 120 caractères).',
    badPassword: 'Le mot de passe doit avoir de 12 à 128 caractères.',
    taken: (email: string) => `Un compte existe déjà avec l’adresse ${email}.`,
    added: (email: string) => `Compte créé : ${email}`,
  },
  file: {
    unreadable: (path: string) => `Ce fichier ne peut pas être lu : ${path}`,
    notText: (path: string) => `Ce fichier n’est pas un texte : ${path}`,
    notProject: (path: string, detail: string) =>
      `Ce fichier n’est pas un projet de Concerte : ${path} (${detail})`,
    unwritable: (path: string) => `Ce fichier ne peut pas être écrit : ${path}`,
  },
}

const en: CliMessages = {
  description: 'Co-write a French projet académique: live, reviewed, versioned, exported.',
  titles: {},
  help: 'Show this help',
  helpCommand: 'Show the help of a command',
  version: 'Show the version',
  badUsage: (detail) => `${detail}\nSee “concerte --help”.`,
  unknownCommand: 'There is no such command.',
  missingArgument: 'An argument is missing.',
  missingOption: 'A required option is missing.',
  unknownOption: 'There is no such option.',
  invalidOption: 'An option has a value that does not fit.',
  tooManyArguments: 'There are too many arguments.',
  config: {
    'not-a-port': 'must be a port number, from 0 to 65535',
    'port-in-use': 'this port is taken',
    'not-an-origin': 'must be an address without a path, such as https://plans.example.org',
    'not-a-count': 'must be a number of proxies, from 0 to 10',
    'not-a-bound': 'must be a whole number, at least 1',
    'not-a-level': 'must be debug, info, warn or error',
    'not-smtp': 'must be an address like smtp://server:587 or smtps://name:password@server',
    'not-a-sender': 'must be an address, or a name and an address: Concerte <concerte@example.fr>',
    'not-an-hour': 'must be a whole hour, from 0 to 23',
    'not-a-time-zone': 'must be a time zone, like Europe/Paris',
    'needed-for-mail': 'is needed to send e-mails (SMTP_URL)',
    'secret-too-short': 'must have at least 32 characters',
    'token-too-short': 'must have at least 16 characters',
    'folder-unusable': 'this folder cannot be made, or nothing can be written in it (full disk, read-only)',
    'folder-in-use': 'another server is using this folder',
    'secret-damaged': 'this file is damaged. Remove it: everyone will have to sign in again',
  },
  badConfig: 'The configuration does not fit:',
  failed: (detail) => `The command failed: ${detail}`,
  serve: {
    summary: 'Start the server (configured by environment variables: PORT, DATA_DIR, PUBLIC_URL…)',
    ready: (url, dataDir) => `\n  Concerte is ready.\n\n    Address   ${url}\n    Data      ${dataDir}\n`,
    setup: (url) =>
      `\n  There is no account yet. Open this link to make the first one,\n  the administrator’s (it changes at every start):\n\n    ${url}\n`,
    hint: '\n  Ctrl+C to stop.\n\n',
    stopping: '\n  Stopped: everything is saved.\n',
  },
  import: {
    summary: 'Read the text of a plan and show what is found in it',
    file: 'the file (.txt or .project.json)',
    json: 'write the plan as JSON on the standard output',
    counts: (axes, actions, entries) =>
      `${someEn(axes, 'axis', 'axes')}, ${someEn(actions, 'action')}, ${someEn(entries, 'entry', 'entries')} (measures, indicators, statements)`,
    allPlaced: 'The whole text was placed.',
    unplaced: (count) => `${someEn(count, 'line')} could not be placed:`,
    line: (line, text) => `  line ${line}: ${text}`,
    noAxis: 'No axis was found in this file.',
  },
  check: checkMessages.en,
  verify: verifyMessages.en,
  export: {
    summary: 'Write a plan to a file',
    source: 'a .project.json file, or the id of a plan in DATA_DIR',
    format: 'the format of the file',
    output: 'the file to write (“-”: the standard output)',
    locale: 'the language of the fixed words',
    written: (path) => `Written: ${path}`,
    noProject: (id, dataDir) => `There is no plan “${id}” in ${dataDir}.`,
    noData: (dataDir) => `There is no data of Concerte in ${dataDir}. Set DATA_DIR.`,
    badCharacter: (characters) =>
      `The PDF cannot hold ${characters}: no font draws it. Replace it, then try again.`,
  },
  backup: {
    summary: 'Copy all the data to a file, whether the server runs or not',
    file: 'the file to write',
    force: 'replace a file that exists',
    exists: (path) => `This file already exists: ${path}. Add --force to replace it.`,
    written: (path, plans, accounts, megabytes) =>
      `Written: ${path} (${someEn(plans, 'plan')}, ${someEn(accounts, 'account')}, ${oneDigit('en', megabytes)} MB)`,
  },
  restore: {
    summary: 'Put the data of a backup in the place of those of now, whether the server runs or not',
    file: 'the backup, made by “concerte backup”',
    restored: (plans, accounts) =>
      `The data of the backup are in place: ${someEn(plans, 'plan')}, ${someEn(accounts, 'account')}.`,
    kept: (path) => `Those of before are kept in ${path}`,
    noAnswer:
      'A server is using these data, but it does not answer. See its log, stop it if need be, then try again.',
  },
  operation: {
    'no-data': 'There are no data of Concerte here yet.',
    unreadable: 'This file does not exist, or cannot be read (nor by the server, if it runs).',
    foreign: 'This file is not a backup of Concerte.',
    damaged: 'These data are damaged.',
    newer: 'This backup comes from a newer version of Concerte. Update Concerte, then try again.',
    unwritable: 'Nothing can be written there (full disk, rights, read-only).',
    busy: 'Another command is using the data. Try again in a moment.',
    unusable: 'The server could not open these data; it has taken the former ones back.',
    failed: 'Something unforeseen went wrong.',
  },
  unchanged: 'Nothing has changed.',
  user: {
    summary: 'Manage the accounts',
    addSummary: 'Make an account (password from CONCERTE_PASSWORD, or asked for)',
    email: 'the e-mail address',
    name: 'the name',
    admin: 'make it an administrator',
    askPassword: 'Password (at least twelve characters): ',
    noPassword: 'Give the password in CONCERTE_PASSWORD.',
    badEmail: 'This e-mail address is not valid.',
    badName: 'This name is not valid (1 to 120 characters).',
    badPassword: 'The password must have 12 to 128 characters.',
    taken: (email) => `An account with the address ${email} already exists.`,
    added: (email) => `Account made: ${email}`,
  },
  file: {
    unreadable: (path) => `This file cannot be read: ${path}`,
    notText: (path) => `This file is not a text: ${path}`,
    notProject: (path, detail) => `This file is not a plan of Concerte: ${path} (${detail})`,
    unwritable: (path) => `This file cannot be written: ${path}`,
  },
}

export const cliMessages: Record<Language, CliMessages> = { fr, en }

function someIn(language: Language): (count: number, one: string, many?: string) => string {
  const rules = new Intl.PluralRules(language)
  return (count, one, many = `${one}s`) => `${count} ${rules.select(count) === 'one' ? one : many}`
}

function oneDigit(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}
