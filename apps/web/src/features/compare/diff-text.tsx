import {
  diffTexts,
  diffWords,
  type BlockText,
  type DiffBlock,
  type DiffKind,
  type DiffPart,
} from '@concerte/schema'
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { useLocale } from '../../i18n/locale.ts'
import unseen from '../../ui/unseen.module.css'
import styles from './diff-text.module.css'
import { foldDiff, type FoldedBlock, type FoldedPart } from './fold-diff.ts'
import { compareMessages } from './messages.ts'

/** A text beside what it was: words put in and taken out, in their paragraphs. `fold`: what is far from a change is folded away at first. */
export function DiffText({
  before,
  after,
  fold = false,
}: {
  before: BlockText
  after: BlockText
  fold?: boolean
}) {
  const t = useMessages(compareMessages).diff
  const locale = useLocale()
  const [isUnfolded, setUnfolded] = useState(false)
  const blocks = useMemo(() => diffTexts(before, after), [before, after])
  const folded = useMemo(() => (fold ? foldDiff(blocks) : null), [blocks, fold])
  const shown = folded !== null && !isUnfolded ? folded.blocks : blocks.map(wholeBlock)
  return (
    <div className={styles.text} lang="fr">
      {runsOfLists(shown).map((run) =>
        run.isList ? (
          <ul key={run.key} className={styles.list}>
            {run.blocks.map(({ key, block }) => (
              <li key={key}>
                <Paragraph folded={block} />
              </li>
            ))}
          </ul>
        ) : (
          run.blocks.map(({ key, block }) => <Paragraph key={key} folded={block} />)
        ),
      )}
      {folded?.isFolded && (
        <button
          type="button"
          className={styles.fold}
          lang={locale}
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? t.fold : t.unfold}
        </button>
      )}
    </div>
  )
}

/** The words of a value beside those that it had. */
export function DiffWords({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWords(before, after), [before, after])
  return (
    <span className={styles.words} lang="fr">
      <Parts parts={parts.map((part) => ({ type: 'part', part }))} />
    </span>
  )
}

function Paragraph({ folded }: { folded: FoldedBlock }) {
  const t = useMessages(compareMessages).diff
  const locale = useLocale()
  if (folded.type === 'gap') {
    return (
      <p className={styles.gap} aria-hidden="true">
        {ellipsis}
      </p>
    )
  }
  const { block, parts } = folded
  return (
    <p
      className={styles.paragraph}
      data-kind={block.kind}
      data-relisted={block.isRelisted || undefined}
      style={depthStyle(block)}
    >
      {block.isRelisted && (
        <span className={unseen.unseen} lang={locale}>
          {t.relisted}
        </span>
      )}
      {block.marker !== null && (
        <span className={styles.marker} aria-hidden={block.marker === 'bullet' || undefined}>
          {block.marker === 'bullet' ? bullet : `${block.marker}.`}
        </span>
      )}
      <Parts parts={parts} />
    </p>
  )
}

function Parts({ parts }: { parts: readonly FoldedPart[] }) {
  return runsOfKind(parts).map(({ key, kind, parts: run }) => {
    const content = run.map((item) =>
      item.type === 'gap' ? (
        <span key={item.key} className={styles.gap} aria-hidden="true">
          {` ${ellipsis} `}
        </span>
      ) : (
        <Part key={item.key} part={item.part} />
      ),
    )
    if (kind === 'same') return <span key={key}>{content}</span>
    return (
      <Changed
        key={key}
        kind={kind}
        isBreak={run.every((item) => item.type === 'part' && item.part.isBreak)}
        content={content}
      />
    )
  })
}

/** Said as well as shown: screen readers pass over what `ins` and `del` mean. */
function Changed({
  kind,
  isBreak,
  content,
}: {
  kind: 'added' | 'removed'
  isBreak: boolean
  content: ReactNode
}) {
  const t = useMessages(compareMessages).diff
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={styles[kind]}>
      {!isBreak && <Said>{t[kind]}</Said>}
      {content}
      {!isBreak && <Said>{t.end}</Said>}
    </Tag>
  )
}

/** In the language of the page, among words of the plan. */
function Said({ children }: { children: string }) {
  const locale = useLocale()
  return (
    <span className={styles.said} lang={locale}>
      {children}
    </span>
  )
}

function Part({ part }: { part: DiffPart }) {
  const t = useMessages(compareMessages).diff
  if (part.isBreak) {
    return (
      <>
        <Said>{part.kind === 'added' ? t.addedBreak : t.removedBreak}</Said>
        <span aria-hidden="true">{pilcrow}</span>
      </>
    )
  }
  const marked = withMarks(part)
  if (!part.isRestyled) return marked
  return (
    <span className={styles.restyled}>
      <Said>{t.restyled}</Said>
      {marked}
      <Said>{t.end}</Said>
    </span>
  )
}

function withMarks({ text, bold, italic, superscript, link }: DiffPart): ReactNode {
  let marked: ReactNode = text
  if (superscript) marked = <sup>{marked}</sup>
  if (italic) marked = <em>{marked}</em>
  if (bold) marked = <strong>{marked}</strong>
  // Not to be followed from here: the words are what is looked at.
  return link === undefined ? (
    marked
  ) : (
    <span className={styles.link} title={link}>
      {marked}
    </span>
  )
}

const ellipsis = '…'
const bullet = '•'
const pilcrow = '¶'

function wholeBlock(block: DiffBlock): FoldedBlock {
  return { type: 'block', block, parts: block.parts.map((part) => ({ type: 'part', part })) }
}

type DepthStyle = CSSProperties & { '--depth': number }

function depthStyle({ depth }: DiffBlock): DepthStyle | undefined {
  return depth === 0 ? undefined : { '--depth': depth }
}

type Keyed<T> = T & { key: number }

/** Paragraphs and items in runs, so that items stand in a list. */
function runsOfLists(
  blocks: readonly FoldedBlock[],
): { key: number; isList: boolean; blocks: { key: number; block: FoldedBlock }[] }[] {
  const runs: ReturnType<typeof runsOfLists> = []
  blocks.forEach((block, key) => {
    const last = runs.at(-1)
    const isList = block.type === 'gap' ? (last?.isList ?? false) : block.block.depth > 0
    if (last?.isList === isList) last.blocks.push({ key, block })
    else runs.push({ key, isList, blocks: [{ key, block }] })
  })
  return runs
}

/** Parts of one kind in one `ins` or `del`, whatever their marks. A space before its words stays outside: no line is drawn under it. */
function runsOfKind(
  parts: readonly FoldedPart[],
): { key: number; kind: DiffKind; parts: Keyed<FoldedPart>[] }[] {
  const runs: ReturnType<typeof runsOfKind> = []
  const add = (kind: DiffKind, item: FoldedPart, key: number): void => {
    const last = runs.at(-1)
    const keyed = Object.assign({}, item, { key })
    if (last?.kind === kind) last.parts.push(keyed)
    else runs.push({ key, kind, parts: [keyed] })
  }
  parts.forEach((item, index) => {
    if (item.type === 'gap') return add('same', item, 2 * index)
    const { part } = item
    if (part.kind === 'same' || runs.at(-1)?.kind === part.kind || !/^ \S/.test(part.text)) {
      return add(part.kind, item, 2 * index)
    }
    add('same', { type: 'part', part: { kind: 'same', text: ' ' } }, 2 * index)
    add(part.kind, { type: 'part', part: { ...part, text: part.text.slice(1) } }, 2 * index + 1)
  })
  return runs
}
