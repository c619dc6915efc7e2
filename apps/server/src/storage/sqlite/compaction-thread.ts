// Compactions have a thread and a connection of their own: neither the event loop nor the thread that commits waits
// while a document is made, and the memory of large documents goes with the thread.
import { workerData } from 'node:worker_threads'

import type { CompactionReply, CompactionRequest } from './compaction-messages.ts'
import { createCompactionSteps } from './compaction-steps.ts'
import { errorReply, threadPort } from './thread-port.ts'

const port = threadPort()
const steps = createCompactionSteps(workerData.path)

port.on('message', (request: CompactionRequest | 'close') => {
  if (request === 'close') {
    steps.close()
    port.close()
    return
  }
  try {
    port.postMessage({ id: request.id, type: run(request) } satisfies CompactionReply)
  } catch (error) {
    port.postMessage(errorReply(request.id, error))
  }
})

function run(request: CompactionRequest): CompactionReply['type'] {
  switch (request.type) {
    case 'build':
      return steps.build(request.projectId)
    case 'write':
      steps.write()
      return 'done'
    case 'verify':
      steps.verify()
      return 'done'
    case 'trim':
      steps.trim()
      return 'done'
  }
}
