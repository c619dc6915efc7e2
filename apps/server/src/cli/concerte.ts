#!/usr/bin/env node
import { terminalLanguage } from '../language/language.ts'
import { askHidden } from './ask-hidden.ts'
import { cliMessages } from './messages.ts'
import { runProgram } from './program.ts'

// exitCode, not exit(): what was written to a pipe must still get through.
process.exitCode = await runProgram(process.argv.slice(2), {
  messages: cliMessages[terminalLanguage(process.env)],
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  askHidden,
})
