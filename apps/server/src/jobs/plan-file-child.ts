// A process of its own for a file that a stranger wrote: it may loop or fill memory without harm to the server.
import { NotTextError, ProjectJsonError } from '@concerte/formats'
import { createNodeId, InvalidProjectError } from '@concerte/schema'
import { buffer } from 'node:stream/consumers'

import { projectToUpdate } from '../plan.ts'
import type { PlanFileAnswer } from './plan-file-reader.ts'
import { readPlanBytes } from './read-plan-bytes.ts'

process.stdout.write(JSON.stringify(read(await buffer(process.stdin))))

function read(bytes: Uint8Array): PlanFileAnswer {
  try {
    const { project, unplaced } = readPlanBytes(bytes, createNodeId)
    const { update, cover } = projectToUpdate(project)
    return {
      type: 'read',
      axes: project.axes.length,
      cover,
      update: Buffer.from(update).toString('base64'),
      unplaced,
    }
  } catch (error) {
    const isRefusal =
      error instanceof NotTextError ||
      error instanceof ProjectJsonError ||
      error instanceof InvalidProjectError
    if (isRefusal) return { type: 'unreadable' }
    throw error
  }
}
