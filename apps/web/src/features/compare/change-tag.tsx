import { Tag } from '../../ui/tag.tsx'

const tones = { added: 'success', withdrawn: 'danger', moved: 'plain' } as const

/** What became of a node or a rubric as a whole. */
export function ChangeTag({ type, words }: { type: keyof typeof tones; words: string }) {
  return <Tag tone={tones[type]}>{words}</Tag>
}
