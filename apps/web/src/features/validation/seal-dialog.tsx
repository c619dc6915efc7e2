import type { PlanValidation, ProjectId } from '@concerte/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { sealPlan } from '../../api/validation.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LoadFailure, Message } from '../../ui/message.tsx'
import { validationMessages } from './messages.ts'
import { shortHash } from './short-hash.ts'
import styles from './validation.module.css'

/** Says what sealing does and what is still open, then seals the very text that was approved. */
export function SealDialog({
  projectId,
  validation,
  open,
  onClose,
  onSealed,
}: {
  projectId: ProjectId
  validation: PlanValidation
  /** What is still open, in words. */
  open: readonly string[]
  onClose: () => void
  /** The plan is sealed: what asked for it is about to go from the page. */
  onSealed: () => void
}) {
  const t = useMessages(validationMessages)
  const locale = useLocale()
  const queries = useQueryClient()
  const { revision, sha256 } = validation
  const sealing = useMutation({
    mutationFn: () => sealPlan(projectId, { sha256, name: t.seal.versionName(revision) }),
    async onSettled(_, error) {
      await queries.invalidateQueries({ queryKey: ['project', projectId] })
      if (error !== null) return
      onClose()
      onSealed()
    },
  })
  const list = new Intl.ListFormat(locale).format(open.map((text) => text.toLocaleLowerCase(locale)))
  return (
    <Dialog title={t.seal.title} isOpen isAlert onOpenChange={(isOpen) => !isOpen && onClose()}>
      <p>{t.seal.text}</p>
      <p>{t.seal.undo}</p>
      {open.length > 0 && <Message tone="warning">{t.seal.still(list)}</Message>}
      <p className={styles.note}>
        {t.approvals.text} <code title={sha256}>{shortHash(sha256)}</code>
      </p>
      {sealing.isError && <LoadFailure error={sealing.error} />}
      <div className={styles.actions}>
        <Button look="primary" isPending={sealing.isPending} onPress={() => sealing.mutate()}>
          {sealing.isPending ? t.seal.sealing : t.seal.confirm}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
