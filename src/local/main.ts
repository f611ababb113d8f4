import { isTrouble } from './trouble.js'

/**
 * Runs what a process is for and turns its end into an exit code: a trouble is printed as its one
 * sentence, any other error with its stack, both as code 1. What `main` has to put away is put away
 * before; a connection that a library keeps to a silent server does not hold the process afterwards.
 */
export async function runMain(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.exitCode = 1
    console.error(isTrouble(error) ? `\n✗ ${error.message}` : error)
  }
  // Unreferenced: a process with nothing left open ends by itself and at once.
  setTimeout(() => process.exit(), LINGER).unref()
}

/** Milliseconds for what is still being written after the end. */
const LINGER = 2_000
