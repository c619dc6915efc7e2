import type { ProjectId, Version } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { comparisonPath, type Comparable } from './comparison-path.ts'
import { versionsMessages } from './messages.ts'
import styles from './versions.module.css'

/** What was chosen to be compared, at the foot of the window; the older one is before. */
export function ComparisonChoice({
  projectId,
  versions,
  chosen,
  onClear,
}: {
  projectId: ProjectId
  versions: readonly Version[]
  chosen: readonly Comparable[]
  onClear: () => void
}) {
  const t = useMessages(versionsMessages)
  const numberOf = (id: Comparable) =>
    id === 'now' ? Infinity : (versions.find((version) => version.id === id)?.number ?? 0)
  const [before, after] = chosen.toSorted((a, b) => numberOf(a) - numberOf(b))
  return (
    <output className={styles.choice} hidden={chosen.length === 0}>
      {chosen.length > 0 && (
        <>
          <p>{t.chosen(chosen.length)}</p>
          {before !== undefined && before !== 'now' && after !== undefined && (
            <ButtonLink look="primary" href={comparisonPath(projectId, before, after)}>
              {t.compareBoth}
            </ButtonLink>
          )}
          <Button look="quiet" onPress={onClear}>
            {t.clear}
          </Button>
        </>
      )}
    </output>
  )
}
