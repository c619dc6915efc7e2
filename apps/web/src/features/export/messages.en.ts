import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  open: 'Export',
  menu: 'Export formats',
  formats: {
    pdf: { label: 'PDF', description: 'To circulate and print: laid out, accessible.' },
    html: { label: 'Web page (HTML)', description: 'To publish online: one file, accessible.' },
    md: { label: 'Markdown', description: 'To take the text up in another tool.' },
    json: {
      label: 'Data (JSON)',
      description: 'To archive the whole plan or take it up in another Concerte.',
    },
  },
  amendments: {
    label: 'What became of the amendments',
    description: 'The plan as a PDF and, in an annex, what became of each amendment.',
  },
  making: (format) => `Preparing: ${format}…`,
  ready: (name) => `“${name}” is downloaded.`,
  failed: (format) => `The export did not succeed: ${format}`,
  fileName: 'projet-academique',
}
