import { exportFormatSchema, type ExportFormat, type ProjectId, type Version } from '@concerte/api'
import { useMutation } from '@tanstack/react-query'

import { useErrorText } from '../../api/error-text.ts'
import { exportProject } from '../../api/export.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Notice } from '../../ui/notice.tsx'
import { downloadBlob } from './download-blob.ts'
import { exportMessages } from './messages.ts'

/** `amendments`: the PDF, with the annex of what became of them. */
type Wanted = ExportFormat | 'amendments'

/** The plan, or one of its versions, as a file of the format chosen; says how far it is, and why when it fails. */
export function ExportMenu({ projectId, versionId }: { projectId: ProjectId; versionId?: Version['id'] }) {
  const t = useMessages(exportMessages)
  const errorText = useErrorText()
  const exporting = useMutation({
    async mutationFn(wanted: Wanted) {
      const withAmendments = wanted === 'amendments'
      const format = withAmendments ? 'pdf' : wanted
      const { blob, name } = await exportProject(projectId, format, { version: versionId, withAmendments })
      const fileName = name ?? `${t.fileName}.${format}`
      downloadBlob(blob, fileName)
      return fileName
    },
  })
  const { variables } = exporting
  const format =
    variables === undefined ? '' : (variables === 'amendments' ? t.amendments : t.formats[variables]).label
  return (
    <>
      <Menu
        label={t.menu}
        trigger={
          <Button small isPending={exporting.isPending}>
            {t.open}
          </Button>
        }
        onAction={(key) => {
          const chosen = key === 'amendments' ? key : exportFormatSchema.safeParse(key).data
          if (chosen !== undefined) exporting.mutate(chosen)
        }}
      >
        {exportFormatSchema.options.map((key) => (
          <MenuItem key={key} id={key} {...t.formats[key]} />
        ))}
        {versionId === undefined && <MenuItem id="amendments" {...t.amendments} />}
      </Menu>
      <Notice
        tone={exporting.isError ? 'danger' : 'plain'}
        onClose={exporting.isPending ? undefined : exporting.reset}
      >
        {exporting.isPending && <p>{t.making(format)}</p>}
        {exporting.isSuccess && <p>{t.ready(exporting.data)}</p>}
        {exporting.isError && (
          <>
            <p>
              <strong>{t.failed(format)}</strong>
            </p>
            <p>{errorText(exporting.error)}</p>
          </>
        )}
      </Notice>
    </>
  )
}
