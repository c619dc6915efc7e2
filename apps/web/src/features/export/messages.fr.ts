export const fr = {
  open: 'Exporter',
  menu: 'Formats d’export',
  formats: {
    pdf: { label: 'PDF', description: 'Pour diffuser et imprimer\u00A0: mis en page, accessible.' },
    html: {
      label: 'Page web (HTML)',
      description: 'Pour publier en ligne\u00A0: un seul fichier, accessible.',
    },
    md: { label: 'Markdown', description: 'Pour reprendre le texte dans un autre outil.' },
    json: {
      label: 'Données (JSON)',
      description: 'Pour archiver le plan entier ou le reprendre dans un autre Concerte.',
    },
  },
  /** The PDF with its annex. */
  amendments: {
    label: 'Suite donnée aux amendements',
    description: 'Le plan en PDF et, en annexe, ce qu’il est advenu de chaque amendement.',
  },
  making: (format: string) => `Préparation\u00A0: ${format}…`,
  ready: (name: string) => `«\u00A0${name}\u00A0» est téléchargé.`,
  failed: (format: string) => `L’export n’a pas abouti\u00A0: ${format}`,
  fileName: 'projet-academique',
}
