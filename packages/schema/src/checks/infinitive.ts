import { wordSet } from './text-words.ts'

/** Whether a French word, in small letters, is an infinitive, by its ending and by what else ends so. */
export function isInfinitive(word: string): boolean {
  if (notInfinitives.has(word)) return false
  return /(?:.er|.ir|oir)$/u.test(word) || inRe.test(word)
}

/** Verbs in -re by family; so many nouns end so that no shorter rule holds. */
const inRe =
  /^(?:.*(?:[aeo]ndre|[aeo]indre|rdre|soudre|coudre|moudre|[ae]ttre|crire|dire|uire|suffire|faire|traire|plaire|aître|croire|boire|ivre|clure|ompre|vaincre)|(?:re|é|réé)?lire|sourire|taire|clore|être)$/u

/** By their endings: -er, -ir and -oir, -re. */
const notInfinitives = wordSet(`
  amer atelier cahier calendrier cancer chantier cher clavier cluster conseiller courrier cuisinier dernier dossier
  entier escalier familier fer février fichier fier financier flyer foyer hier hiver hospitalier immobilier infirmier
  janvier laser leader levier loyer manager mer métier mobilier ouvrier panier papier particulier pilier policier poster
  premier quartier régulier reporter routier sentier singulier vivier
  avenir couloir cuir désir devenir dortoir élixir espoir loisir miroir noir parloir plaisir soir souvenir terroir tir
  tiroir trottoir
  affaire cendre contraire cuivre délire désordre exemplaire gendre ivre lettre livre maître moindre ordre
`)
