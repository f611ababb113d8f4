import { type Handle, statement } from './handle.js'

/** How often something was tried in the window that is open, this time included, and when that ends. */
export interface Attempts {
  hits: number
  left_ms: number
}

const COUNT = statement<Attempts>('select * from count_attempt($1, $2)')

/** Counts one more try for every process that asks; needs no principal. */
export async function countAttempt(
  h: Handle,
  subject: string,
  windowMs: number,
): Promise<Attempts> {
  const [counted] = await h.run(COUNT(subject, windowMs))
  if (!counted) throw new Error('nothing was counted')
  return counted
}

const COUNT_MANY = statement<Attempts & { subject: string }>(
  'select * from count_attempts($1::text[], $2::integer[], $3)',
)

/** Adds to many counts at once; resolves to what each has come to, whoever counted. */
export function countAttempts(
  h: Handle,
  more: ReadonlyMap<string, number>,
  windowMs: number,
): Promise<(Attempts & { subject: string })[]> {
  return h.run(COUNT_MANY([...more.keys()], [...more.values()], windowMs))
}
