import { readFileSync } from 'node:fs'
import { isThisMachine } from './given-addresses.js'

/** What stands in guides and samples, and is therefore known to everybody. */
const SAMPLES =
  /change.?me|secret|password|passwd|example|sample|default|示例|样例|口令|密码|^(postgres|admin|root|test|zhenggai|qwerty|123456.*)$/i
/** A text of fewer different characters, or one that is but a repetition, was typed, not made by chance. */
const DIFFERENT = 8
const REPETITION = /^(.+)\1+$/
/** Characters of a password that is asked for over a network. */
const LONG_ENOUGH = 12

/** An environment whose secrets are all in it, and what was wrong with the files they were to be read from. */
export interface GivenSecrets {
  env: NodeJS.ProcessEnv
  problems: string[]
}

/**
 * The environment with each secret that NAME_FILE points at read from that file, without the line end. A file that
 * cannot be read, is empty, or stands beside the secret itself is a problem, told without what it holds.
 */
export function withSecretFiles(
  source: Readonly<NodeJS.ProcessEnv>,
  names: readonly string[],
): GivenSecrets {
  const env = { ...source }
  const problems = names.flatMap((name) => {
    const file = source[`${name}_FILE`]
    if (!file) return []
    if (source[name]) return [`${name}_FILE：和 ${name} 只能设一个`]
    const text = textOf(file)
    if (text === null) return [`${name}_FILE：所指的文件读不出来，检查路径和权限`]
    if (text === '') return [`${name}_FILE：所指的文件是空的`]
    env[name] = text
    return []
  })
  return { env, problems }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** Whether a secret is one that could be guessed: a sample, a repetition, or too few different characters. */
export function isGuessable(secret: string): boolean {
  return SAMPLES.test(secret) || REPETITION.test(secret) || new Set(secret).size < DIFFERENT
}

/**
 * Whether an address carries a password that could be guessed: a sample, the user's name, or, for another machine, a short
 * one. One without a password carries none.
 */
export function hasWeakPassword(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (password === '') return false
  const short = password.length < LONG_ENOUGH && !isThisMachine(url.hostname)
  return short || password === user || SAMPLES.test(password)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
