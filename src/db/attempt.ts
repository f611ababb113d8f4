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
