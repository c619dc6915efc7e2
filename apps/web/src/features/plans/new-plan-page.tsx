import type { CreatedProject } from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { createProject, projectsQuery } from '../../api/projects.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { RadioChoices } from '../../ui/radio-choices.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ImportSection } from './import-section.tsx'
import { plansMessages } from './messages.ts'
import { checkNewPlan, emptyNewPlan, newProjectOf, templateKeys } from './new-plan.ts'
import styles from './new-plan-page.module.css'
import { UnplacedLines } from './unplaced-lines.tsx'

/** `/nouveau-plan`: from a template, or from a file. */
export default function NewPlanPage() {
  const t = useMessages(plansMessages).create
  const [incomplete, setIncomplete] = useState<CreatedProject | null>(null)
  if (incomplete !== null) {
    return (
      <Page title={t.title}>
        <div className={styles.way}>
          <UnplacedLines created={incomplete} />
        </div>
      </Page>
    )
  }
  return (
    <Page title={t.title} lead={t.lead}>
      <div className={styles.ways}>
        <section className={styles.way} aria-labelledby="from-template">
          <h2 id="from-template">{t.fromTemplate}</h2>
          <NewPlanForm />
        </section>
        <ImportSection onIncomplete={setIncomplete} />
      </div>
    </Page>
  )
}

function NewPlanForm() {
  const t = useMessages(plansMessages).create
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [initial] = useState(() => emptyNewPlan(new Date().getFullYear()))
  const form = useForm({
    initial,
    check: (values) => checkNewPlan(values, t),
    async send(values) {
      const { id } = await createProject(newProjectOf(values))
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      navigate(`/plans/${id}`)
    },
  })
  return (
    <Form state={form}>
      <RadioChoices
        label={t.template}
        value={form.values.template}
        onChange={(value) => form.set('template', value)}
        choices={templateKeys.map((value) => ({
          value,
          label: t.templates[value].label,
          description: t.templates[value].description,
        }))}
      />
      <p className={styles.note}>{t.templateNote}</p>
      <TextField
        {...form.field('academy')}
        label={t.academy}
        description={t.academyNote}
        maxLength={200}
        isRequired
      />
      <fieldset className={styles.period}>
        <legend>{t.period}</legend>
        <p className={styles.note}>{t.periodNote}</p>
        <div className={styles.years}>
          <TextField {...form.field('start')} label={t.start} inputMode="numeric" maxLength={4} narrow />
          <TextField {...form.field('end')} label={t.end} inputMode="numeric" maxLength={4} narrow />
        </div>
      </fieldset>
      <FormActions>
        <Button type="submit" look="primary" isPending={form.isPending}>
          {form.isPending ? t.submitting : t.submit}
        </Button>
      </FormActions>
    </Form>
  )
}
