import type { LinkRequest } from '@concerte/editor'
import { safeLink } from '@concerte/editor/static'
import { useEffect } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, useForm } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../messages.ts'
import { wholeAddress } from './whole-address.ts'

/** Asks for the address of a link. */
export function LinkDialog({ request, onClose }: { request: LinkRequest; onClose: () => void }) {
  const t = useMessages(planMessages)
  const apply = (href: string | null) => {
    onClose()
    // Once the dialog has given the focus back to the text.
    setTimeout(() => request.apply(href), 0)
  }
  const form = useForm({
    initial: { href: request.href ?? '' },
    check: ({ href }): { href?: string } => (safeLink.test(wholeAddress(href)) ? {} : { href: t.link.wrong }),
    send: async ({ href }) => apply(wholeAddress(href)),
  })
  const id = form.idOf('href')
  useEffect(() => {
    // The address is what one came for, not the button that closes the dialog.
    const input = document.getElementById(id)
    input?.focus()
    if (input instanceof HTMLInputElement) input.select()
  }, [id])
  return (
    <Dialog title={t.link.title} isOpen onOpenChange={onClose}>
      <Form state={form}>
        <TextField
          {...form.field('href')}
          label={t.link.address}
          description={t.link.note}
          autoComplete="off"
        />
        <FormActions>
          <Button type="submit" look="primary">
            {t.link.apply}
          </Button>
          {request.href !== null && <Button onPress={() => apply(null)}>{t.link.remove}</Button>}
        </FormActions>
      </Form>
    </Dialog>
  )
}
