import { exportFormatSchema } from '@concerte/api'
import { Command, CommanderError, Option } from 'commander'

import { ConfigError } from '../config.ts'
import { languages } from '../language/language.ts'
import { CliError } from './cli-error.ts'
import type { ExportOptions } from './commands/export.ts'
import type { CliMessages } from './messages.ts'
import type { Terminal } from './terminal.ts'

/** Runs `concerte` with these arguments; resolves to its exit code. Says what goes wrong on the standard error. */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0
  const program = createProgram(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    return tell(error, terminal)
  }
}

function createProgram(terminal: Terminal, finish: (exitCode: number) => void): Command {
  const { messages, out, err } = terminal
  const program = new Command('concerte')
    .description(messages.description)
    .version('0.1.0', '-V, --version', messages.version)
    .helpOption('-h, --help', messages.help)
    .helpCommand('help [command]', messages.helpCommand)
    .configureHelp({ styleTitle: (title) => messages.titles[title] ?? title })
    // Errors are told once, by `tell`; what is left for the standard error is the help of a bare `concerte`.
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => undefined })
    .exitOverride()

  // Each command loads what it needs when it runs: a server does not read files, a reader has no accounts.
  program
    .command('serve')
    .description(messages.serve.summary)
    .helpOption('-h, --help', messages.help)
    .action(async () => {
      const { serveCommand } = await import('./commands/serve.ts')
      finish(await serveCommand(terminal))
    })
  program
    .command('import')
    .description(messages.import.summary)
    .helpOption('-h, --help', messages.help)
    .argument('<file>', messages.import.file)
    .option('--json', messages.import.json)
    .action(async (file: string, options: { json?: true }) => {
      const { importFile } = await import('./commands/import.ts')
      finish(await importFile(file, options, terminal))
    })
  program
    .command('check')
    .description(messages.check.summary)
    .helpOption('-h, --help', messages.help)
    .argument('<file>', messages.check.file)
    .option('--json', messages.check.json)
    .action(async (file: string, options: { json?: true }) => {
      const { checkFile } = await import('./commands/check.ts')
      finish(await checkFile(file, options, terminal))
    })
  program
    .command('export')
    .description(messages.export.summary)
    .helpOption('-h, --help', messages.help)
    .argument('<source>', messages.export.source)
    .addOption(
      new Option('--format <format>', messages.export.format)
        .choices(exportFormatSchema.options)
        .makeOptionMandatory(),
    )
    .requiredOption('-o, --output <file>', messages.export.output)
    .addOption(new Option('--locale <locale>', messages.export.locale).choices([...languages]).default('fr'))
    .action(async (source: string, options: ExportOptions) => {
      const { exportPlan } = await import('./commands/export.ts')
      finish(await exportPlan(source, options, terminal))
    })
  program
    .command('verify')
    .description(messages.verify.summary)
    .helpOption('-h, --help', messages.help)
    .argument('<project>', messages.verify.project)
    .action(async (project: string) => {
      const { verifyProject } = await import('./commands/verify.ts')
      finish(await verifyProject(project, terminal))
    })
  program
    .command('backup')
    .description(messages.backup.summary)
    .helpOption('-h, --help', messages.help)
    .argument('<file>', messages.backup.file)
    .option('--force', messages.backup.force)
    .action(async (file: string, options: { force?: true }) => {
      const { backUp } = await import('./commands/backup.ts')
      finish(await backUp(file, options, terminal))
    })
  program
    .command('restore')
    .description(messages.restore.summary)
    .helpOption('-h, --help', messages.help)
    .argument('<file>', messages.restore.file)
    .action(async (file: string) => {
      const { restoreBackup } = await import('./commands/restore.ts')
      finish(await restoreBackup(file, terminal))
    })
  program
    .command('user')
    .description(messages.user.summary)
    .helpOption('-h, --help', messages.help)
    .helpCommand('help [command]', messages.helpCommand)
    .command('add')
    .description(messages.user.addSummary)
    .helpOption('-h, --help', messages.help)
    .requiredOption('--email <email>', messages.user.email)
    .requiredOption('--name <name>', messages.user.name)
    .option('--admin', messages.user.admin)
    .action(async (options: { email: string; name: string; admin?: true }) => {
      const { addUser } = await import('./commands/user-add.ts')
      finish(await addUser(options, terminal))
    })
  return program
}

function tell(error: unknown, { messages, err, environment }: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return 2
    err(`${messages.badUsage(usageProblem(error, messages))}\n`)
    return 2
  }
  if (error instanceof CliError) {
    err(`${error.message}\n`)
    return error.exitCode
  }
  if (error instanceof ConfigError) {
    const problems = error.problems.map(({ variable, problem, detail }) => {
      const words = `  ${variable} ${messages.config[problem]}`
      return detail === undefined ? words : `${words} (${detail})`
    })
    err(`${[messages.badConfig, ...problems].join('\n')}\n`)
    return 2
  }
  err(`${messages.failed(reasons(error).join(' — '))}\n`)
  if (environment['LOG_LEVEL'] === 'debug' && error instanceof Error) err(`${error.stack ?? ''}\n`)
  return 1
}

function usageProblem({ code, message }: CommanderError, messages: CliMessages): string {
  const quoted = /'.*'/.exec(message)?.[0] ?? ''
  const problem = usageProblems(messages)[code] ?? message
  return quoted === '' || problem === message ? problem : `${problem} ${quoted}`
}

function usageProblems(messages: CliMessages): Record<string, string> {
  return {
    'commander.unknownCommand': messages.unknownCommand,
    'commander.missingArgument': messages.missingArgument,
    'commander.missingMandatoryOptionValue': messages.missingOption,
    'commander.optionMissingArgument': messages.missingOption,
    'commander.unknownOption': messages.unknownOption,
    'commander.invalidArgument': messages.invalidOption,
    'commander.excessArguments': messages.tooManyArguments,
  }
}

/** The message of an error and of each that caused it: the last often says what to mend («disk is full»). */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  return [error.message, ...(error.cause === undefined ? [] : reasons(error.cause))]
}
