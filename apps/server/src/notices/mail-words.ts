import type { Notice, Role } from '@concerte/api'
import type { Phase } from '@concerte/schema'

const roles: Record<Role, string> = {
  lead: 'pilote',
  editor: 'rédacteur',
  reviewer: 'relecteur',
  reader: 'lecteur',
}

const phases: Record<Phase, string> = {
  drafting: 'rédaction',
  review: 'relecture',
  consultation: 'consultation',
  validation: 'validation',
  final: 'version finale',
}

const fates: ReadonlyMap<string, (by: string, which: string) => string> = new Map([
  ['accepted', (by, which) => `${by} a accepté ${which}`],
  ['accepted-with-changes', (by, which) => `${by} a accepté ${which} avec des changements`],
  ['merged', (by, which) => `${by} a réuni ${which} avec un autre`],
  ['refused', (by, which) => `${by} n’a pas retenu ${which}`],
  ['referred', (by, which) => `${by} a renvoyé ${which} à plus tard ou à un groupe`],
  ['obsolete', (by, which) => `${by} a déclaré ${which} sans objet`],
  ['withdrawn', (by, which) => `${by} a retiré ${which}`],
  ['open', (by, which) => `${by} a rouvert ${which}`],
  ['collision', (_by, which) => `Le passage que vise ${which} a changé`],
  ['done', (_by, which) => `Ce que propose ${which} est déjà dans le projet`],
  ['gone', (_by, which) => `Le passage que vise ${which} n’est plus dans le projet`],
])

/** The words of the e-mails, in French: the server does not know in which language somebody reads. */
export const mailWords = {
  untitled: 'Projet sans titre',
  subject: (plan: string, news: string) => `${plan}\u00A0: ${news}`,
  several: (count: number) => `${count} nouveautés`,
  greeting: (name: string) => `Bonjour ${name},`,
  introduction: (plan: string) => `Voici ce qui vous concerne dans «\u00A0${plan}\u00A0».`,
  quote: (words: string) => `«\u00A0${words}\u00A0»`,
  reason: (words: string) => `Motif\u00A0: ${words}`,
  open: 'Voir dans Concerte',
  others: (count: number) => (count === 1 ? 'Et une autre nouvelle.' : `Et ${count} autres nouvelles.`),
  all: 'Toutes vos notifications',
  why: 'Vous recevez cet e-mail parce que vous participez à ce projet dans Concerte.',
  choose: 'Choisir les e-mails que vous recevez',
  stop: 'Ne plus recevoir aucun e-mail',
}

/** What happened, as a sentence without its full stop. */
export function noticeSentence(notice: Notice): string {
  const { by } = notice
  switch (notice.type) {
    case 'mention':
      return `${by} vous cite dans un commentaire`
    case 'reply':
      return `${by} a écrit dans une discussion que vous suivez`
    case 'assignment':
      return `${by} vous confie une discussion`
    case 'cosign':
      return `${by} vous propose de cosigner l’amendement ${notice.number}`
    case 'decision': {
      const which = `l’amendement ${notice.number}`
      return fates.get(notice.fate)?.(by, which) ?? `${by} s’est prononcé sur ${which}`
    }
    case 'phase':
      return `${by} a fait passer le projet à une autre phase\u00A0: ${phases[notice.phase]}`
    case 'approval':
      return `${by} attend votre approbation du projet`
    case 'sealed':
      return `${by} a scellé la version finale du projet`
    case 'invitation':
      return `${by} a rejoint le projet par votre invitation (${roles[notice.role]})`
    case 'role':
      return `${by} a changé votre rôle dans le projet\u00A0: ${roles[notice.role]}`
  }
}
