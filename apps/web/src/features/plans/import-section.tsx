import type { CreatedProject } from '@concerte/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type DragEvent } from 'react'
import { useLocation } from 'wouter'

import { ApiError } from '../../api/api-error.ts'
import { importLimit, importProject, projectsQuery } from '../../api/projects.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { LoadFailure } from '../../ui/message.tsx'
import { plansMessages } from './messages.ts'
import styles from './new-plan-page.module.css'

/** A plan from a file: goes to it when every line found its place, else hands over those that did not. */
export function ImportSection({ onIncomplete }: { onIncomplete: (created: CreatedProject) => void }) {
  const t = useMessages(plansMessages).upload
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const reading = useMutation({
    mutationFn(file: File) {
      if (file.size > importLimit) throw new ApiError('file-too-large')
      return importProject(file)
    },
    async onSuccess(created) {
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      if (created.unplaced.length === 0) navigate(`/plans/${created.id}`)
      else onIncomplete(created)
    },
  })
  const fileName = reading.variables?.name ?? ''

  return (
    <section className={styles.way} aria-labelledby="from-document">
      <h2 id="from-document">{t.title}</h2>
      <p className={styles.note}>{t.text}</p>
      <FileDrop isDisabled={reading.isPending} onFile={(file) => reading.mutate(file)} />
      <output className={styles.note}>{reading.isPending ? t.reading(fileName) : ''}</output>
      {reading.isError && <LoadFailure error={reading.error} />}
    </section>
  )
}

function FileDrop({ isDisabled, onFile }: { isDisabled: boolean; onFile: (file: File) => void }) {
  const t = useMessages(plansMessages).upload
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined && !isDisabled) onFile(file)
  }
  const dragging = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  return (
    <div
      className={classes(styles.drop, isOver && styles.over)}
      onDragEnter={dragging(true)}
      onDragOver={dragging(true)}
      onDragLeave={dragging(false)}
      onDrop={(event) => {
        dragging(false)(event)
        take(event.dataTransfer.files)
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,.json,text/plain,application/json"
        onChange={(event) => {
          take(event.target.files)
          // The same file may be chosen again after it was put right.
          event.target.value = ''
        }}
      />
      <Button isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {t.choose}
      </Button>
      <span>{t.drop}</span>
    </div>
  )
}
