import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Whether server and generator each get a core of their own. Without it they disturb each other, and figures say less. */
export const isPinned = availableParallelism() > 1 && pin(process.pid)

/** The command that runs another one where the generator does not. */
export function onServerCore(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return isPinned ? ['taskset', '-c', '0', ...command] : command
}

/** Holds this process, all its threads, to the second core. */
function pin(pid: number): boolean {
  return spawnSync('taskset', ['-a', '-c', '-p', '1', String(pid)], { stdio: 'ignore' }).status === 0
}
