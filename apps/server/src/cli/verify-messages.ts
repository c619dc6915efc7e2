import type { FaultType } from '../versions/verify-plan.ts'

const ofVersionFr = (number: number | null): string => `version ${number ?? '?'}`
const ofVersionEn = (number: number | null): string => `version ${number ?? '?'}`

type Said = Record<FaultType, (number: number | null) => string>

const faultFr: Said = {
  unreadable: (number) => `${ofVersionFr(number)} ou une suivante\u00a0: illisible`,
  gap: (number) =>
    `${ofVersionFr(number)}\u00a0: elle ne suit pas la précédente, il en manque ou une est de trop`,
  'broken-chain': (number) =>
    `${ofVersionFr(number)}\u00a0: elle ne désigne pas la version précédente telle qu’elle est`,
  changed: (number) => `${ofVersionFr(number)}\u00a0: ce qui en est dit (nom, date, auteur…) a été modifié`,
  'changed-state': (number) => `${ofVersionFr(number)}\u00a0: son contenu a été modifié`,
  'changed-words': (number) => `${ofVersionFr(number)}\u00a0: son texte a été modifié`,
  'words-missing': (number) => `${ofVersionFr(number)}\u00a0: son contenu manque`,
  'state-differs': (number) => `${ofVersionFr(number)}\u00a0: son texte n’est pas celui de son contenu`,
  astray: () => 'une version n’est d’aucun projet',
  trail: (number) => `journal, entrée ${number ?? '?'}\u00a0: elle n’est plus telle qu’elle a été écrite`,
  'trail-unreadable': () => 'journal\u00a0: une entrée est illisible',
  'trail-astray': () => 'journal\u00a0: une entrée n’est d’aucun projet',
  'unknown-version': (number) =>
    `journal, entrée ${number ?? '?'}\u00a0: la version qu’elle nomme n’est pas là`,
}

const faultEn: Said = {
  unreadable: (number) => `${ofVersionEn(number)} or a later one: unreadable`,
  gap: (number) =>
    `${ofVersionEn(number)}: it does not follow the one before; one is missing or one too many`,
  'broken-chain': (number) => `${ofVersionEn(number)}: it does not name the version before it as that is`,
  changed: (number) => `${ofVersionEn(number)}: what is said of it (name, date, author…) was changed`,
  'changed-state': (number) => `${ofVersionEn(number)}: its contents were changed`,
  'changed-words': (number) => `${ofVersionEn(number)}: its text was changed`,
  'words-missing': (number) => `${ofVersionEn(number)}: its contents are missing`,
  'state-differs': (number) => `${ofVersionEn(number)}: its text is not that of its contents`,
  astray: () => 'a version belongs to no plan',
  trail: (number) => `trail, entry ${number ?? '?'}: it is no longer as it was written`,
  'trail-unreadable': () => 'trail: an entry is unreadable',
  'trail-astray': () => 'trail: an entry belongs to no plan',
  'unknown-version': (number) => `trail, entry ${number ?? '?'}: the version that it names is not there`,
}

const fr = {
  summary: 'Vérifier les versions d’un projet et son journal\u00a0: rien n’y a-t-il été modifié\u202f?',
  project: 'l’identifiant d’un projet de DATA_DIR',
  fault: faultFr,
  sound: (versions: number, entries: number) =>
    `Tout est tel qu’il a été écrit\u00a0: ${count(versions, 'version', 'versions')}, ${count(entries, 'entrée', 'entrées')} au journal.`,
  broken: (faults: number) =>
    faults === 1
      ? 'Une chose n’est plus telle qu’elle a été écrite\u00a0:'
      : `${faults} choses ne sont plus telles qu’elles ont été écrites\u00a0:`,
}

const en: typeof fr = {
  summary: 'Verify the versions of a plan and its trail: was anything changed in them?',
  project: 'the id of a plan of DATA_DIR',
  fault: faultEn,
  sound: (versions, entries) =>
    `Everything is as it was written: ${count(versions, 'version', 'versions')}, ${count(entries, 'entry', 'entries')} in the trail.`,
  broken: (faults) =>
    faults === 1
      ? 'One thing is no longer as it was written:'
      : `${faults} things are no longer as they were written:`,
}

export const verifyMessages = { fr, en }

function count(number: number, one: string, several: string): string {
  return `${number} ${number < 2 ? one : several}`
}
