import {
  readBlocks,
  readLine,
  writeBlocks,
  writeLine,
  type BlockText,
  type TextProfile,
} from '@concerte/schema'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

/** A text of one's own, outside the plan: what is typed in it reaches nobody. A line reads as one paragraph. */
export type TextCopy = {
  fragment: Y.XmlFragment
  awareness: Awareness
  undoManager: Y.UndoManager
  read: () => BlockText
  /** Tells of every change. */
  observe: (listener: (text: BlockText) => void) => void
  close: () => void
}

export function createTextCopy(text: BlockText, profile: TextProfile): TextCopy {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  if (profile === 'line') writeLine(fragment, firstLine(text))
  else writeBlocks(fragment, text)
  const awareness = new Awareness(doc)
  const undoManager = new Y.UndoManager(fragment)
  const read = (): BlockText =>
    profile === 'line' ? [{ type: 'paragraph', content: readLine(fragment) }] : readBlocks(fragment)
  return {
    fragment,
    awareness,
    undoManager,
    read,
    observe: (listener) => fragment.observeDeep(() => listener(read())),
    close() {
      undoManager.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

function firstLine(text: BlockText) {
  const [first] = text
  return first?.type === 'paragraph' ? first.content : []
}
