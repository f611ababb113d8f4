import { isTrouble } from './trouble.js'

/**
 * Runs what a process is for and turns its end into an exit code: a trouble is printed as its one
 * sentence, any other error with its stack, both as code 1. Never ends the process by force, so
 * that whatever `main` still has to put away is put away.
 */
export async function runMain(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.exitCode = 1
    console.error(isTrouble(error) ? `\n✗ ${error.message}` : error)
  }
}
