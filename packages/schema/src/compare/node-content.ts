import type { ProjectNode } from '../normalize-project.ts'
import { actionFieldsSchema, indicatorFieldsSchema, type Cover } from '../project.ts'
import { lineToBlocks } from '../text/normalize-text.ts'
import type { BlockText } from '../text/rich-text.ts'
import type { ComparedValue } from './comparison.ts'

/** The texts and structured fields of a node, without what stands in it; fields that are not filled in are undefined. */
export type NodeContent = {
  texts: [field: string, text: BlockText][]
  values: [field: string, value: ComparedValue | undefined][]
}

export function nodeContent(node: ProjectNode): NodeContent {
  switch (node.type) {
    case 'section':
      return {
        texts: [
          ['title', lineToBlocks(node.title)],
          ['body', node.body],
          ['signatory', node.signatory],
        ],
        values: [['kind', node.kind]],
      }
    case 'axis':
      return {
        texts: [
          ['title', lineToBlocks(node.title)],
          ['slogan', lineToBlocks(node.slogan)],
          ['introduction', node.introduction],
        ],
        values: [['colour', node.colour]],
      }
    case 'group':
      return { texts: [['title', lineToBlocks(node.title)]], values: [] }
    case 'action':
      return {
        texts: [['title', lineToBlocks(node.title)]],
        values: actionFields.map((field) => [field, node[field]]),
      }
    case 'indicator':
      return {
        texts: [['text', node.text]],
        values: indicatorFields.map((field) => [field, node[field]]),
      }
    case 'measure':
    case 'statement':
      return { texts: [['text', node.text]], values: [] }
  }
}

export function coverContent(cover: Cover): NodeContent {
  return {
    texts: [
      ['title', lineToBlocks(cover.title)],
      ['academy', lineToBlocks(cover.academy)],
      ['slogan', lineToBlocks(cover.slogan)],
      ['mention', lineToBlocks(cover.mention)],
    ],
    values: [
      ['period', cover.period],
      ['website', cover.website],
    ],
  }
}

const actionFields = actionFieldsSchema.keyof().options
const indicatorFields = indicatorFieldsSchema.keyof().options
