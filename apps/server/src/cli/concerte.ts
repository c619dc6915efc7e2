#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'

import { terminalLanguage } from '../language/language.ts'
import { askHidden } from './ask-hidden.ts'
import { cliMessages } from './messages.ts'
import { runProgram } from './program.ts'

// A server's garbage is many small buffers: left to itself, V8 lets a hundred megabytes of it gather before it looks
// again. Collected earlier, the same work takes half of the memory, and a little more of the processor in a flood.
setFlagsFromString('--max-semi-space-size=4')
setFlagsFromString('--heap-growing-percent=10')

// A reader of ours that went away (`| head`) is no reason to stop a server, nor to fail.
process.stdout.on('error', ignoreClosedPipe)
process.stderr.on('error', ignoreClosedPipe)

// exitCode, not exit(): what was written to a pipe must still get through.
process.exitCode = await runProgram(process.argv.slice(2), {
  messages: cliMessages[terminalLanguage(process.env)],
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  askHidden,
})

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
