import type { RefusalCode } from '@concerte/sync'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Message } from '../../../ui/message.tsx'
import { planMessages } from '../messages.ts'
import styles from '../page/page.module.css'

/** The server takes no more of what is written here: why, and what to do. */
export function RefusedNotice({ code }: { code: RefusalCode }) {
  const t = useMessages(planMessages)
  return (
    <div className={styles.notice}>
      <Message tone="danger" live="alert">
        <p>{t.refused[code]}</p>
        {code === 'signed-out' ? (
          <ButtonLink href="/connexion">{t.signIn}</ButtonLink>
        ) : (
          <Button small onPress={() => location.reload()}>
            {t.reload}
          </Button>
        )}
      </Message>
    </div>
  )
}
