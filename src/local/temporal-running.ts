import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accepts } from './ports.js'

const FILE = 'address'
const WITHIN_MS = 3_000

/** Writes down where the dev server of that folder listens, for other processes of ours. */
export function noteAddress(folder: string, address: string): void {
  writeFileSync(join(folder, FILE), `${address}\n`)
}

/** Where the dev server that another process of ours runs there listens, or null when none answers. */
export async function runningTemporal(folder: string): Promise<string | null> {
  const file = join(folder, FILE)
  if (!existsSync(file)) return null
  const address = readFileSync(file, 'utf8').trim()
  const [host = '', port] = address.split(':')
  return (await accepts(host, Number(port), WITHIN_MS)) ? address : null
}
