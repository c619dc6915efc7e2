import { wordSet } from '../text-words.ts'

/**
 * What readers of a plan know without being told. Short on purpose: a sigle of the administration (EPLE, IEN, REP, CMQ,
 * RH) is just what a parent or an elected member stumbles over, so none of these is here.
 */
const known = wordSet(
  // Levels, which are names (nobody has ever spelled out CE1 in a plan); diplomas and what leads to them, as families
  // call them; subjects by the name on the timetable; everyday words.
  `CP CE1 CE2 CM1 CM2 TPS PS MS GS
   CAP BEP BTS BUT DUT IUT BAC
   EPS SVT
   ADN CD COVID CV DVD FAQ OK ONU PDF PME QR RSA SMS SNCF TGV TV UE UNESCO USB VIH WC 3D`,
)

export function isKnownAcronym(acronym: string): boolean {
  return known.has(acronym)
}

/** «1D» and «2D»: how the administration says first and second degree, and nobody else. */
export const gradeAbbreviations = wordSet('1D 2D')
