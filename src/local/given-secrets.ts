import { readFileSync } from 'node:fs'
import { TroubleError } from './trouble.js'

/** What stands in guides and samples, and is therefore known to everybody. */
const SAMPLES = /change.?me|secret|password|passwd|example|sample|default|示例|样例|口令|密码/i
/** A text of fewer different characters was typed, not made by chance. */
const DIFFERENT = 12

/**
 * The environment with each secret that NAME_FILE points at read from that file, without the line end. Throws
 * TroubleError for a file that cannot be read, is empty, or stands beside the secret itself.
 */
export function withSecretFiles(
  source: Readonly<NodeJS.ProcessEnv>,
  names: readonly string[],
): NodeJS.ProcessEnv {
  const read = names.flatMap((name): [string, string][] => {
    const file = source[`${name}_FILE`]
    if (!file) return []
    if (source[name]) throw new TroubleError(`${name} 和 ${name}_FILE 只能设一个。(set twice)`)
    return [[name, secretIn(name, file)]]
  })
  return { ...source, ...Object.fromEntries<string>(read) }
}

function secretIn(name: string, file: string): string {
  let text = ''
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch {
    throw new TroubleError(`${name}_FILE 指的文件读不出来：检查路径和权限。(unreadable secret)`)
  }
  if (text === '') throw new TroubleError(`${name}_FILE 指的文件是空的。(empty secret)`)
  return text
}

/** Whether a secret is one that could be guessed: a sample, or too few different characters. */
export function isGuessable(secret: string): boolean {
  return SAMPLES.test(secret) || new Set(secret).size < DIFFERENT
}

/** Whether an address carries a password everybody knows; one without a password carries none. */
export function hasSamplePassword(address: string): boolean {
  const password = URL.canParse(address) ? decodeURIComponent(new URL(address).password) : ''
  return password !== '' && SAMPLES.test(password)
}
