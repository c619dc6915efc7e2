import { versionSchema, type Version } from '@concerte/api'

import type { AccountStore } from '../../storage/port.ts'
import type { VersionRecord } from '../../storage/version-port.ts'

/** Versions as the API tells them, with the names of those who worked. */
export async function versionAnswers(
  versions: readonly VersionRecord[],
  accounts: Pick<AccountStore, 'names'>,
): Promise<Version[]> {
  const people = versions.flatMap(({ work }) => work ?? []).flatMap(({ userId }) => userId ?? [])
  const names = await accounts.names([...new Set(people)])
  return versions.map((version) =>
    versionSchema.parse({
      ...version,
      work:
        version.work?.map((person) => ({ ...person, name: names.get(person.userId ?? '') ?? null })) ?? null,
    }),
  )
}

export async function versionAnswer(
  version: VersionRecord,
  accounts: Pick<AccountStore, 'names'>,
): Promise<Version> {
  const [answer] = await versionAnswers([version], accounts)
  return versionSchema.parse(answer)
}
