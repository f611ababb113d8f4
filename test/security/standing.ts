import type { Claim } from './items.js'
import type { ScanResults } from './scan/results.js'

/** The ids that tests bore in their names, by whether all of these passed. */
export interface Ran {
  readonly passed: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
}

/** What the claims came to: figures, what is open and why, and what claims to be built and is not proved. */
export interface Standing {
  built: number
  tested: number
  open: { id: string; why: string }[]
  unproved: string[]
}

const SCAN = '用 npm run security -- --scan 扫描'

/**
 * The claims with what scans of this machine came to: what is proved by a scan besides its tests is built where the last
 * one held and was of this very code, else open, with what it came to.
 */
export function scannedClaims(
  claims: Readonly<Record<string, Claim>>,
  results: ScanResults,
  code: string,
): Record<string, Claim> {
  const judged = Object.entries(claims).map(([id, claim]): [string, Claim] => {
    if (claim !== 'scanned') return [id, claim]
    const last = results[id]
    if (!last) return [id, { open: `已测；本机还没有扫描过，${SCAN}` }]
    const { held, said, at } = last
    const figures = `${at.slice(0, 10)} ${said}`
    if (held === null) return [id, { open: `已测；扫描在此处未能运行（${figures}）` }]
    if (!held) return [id, { open: `最近一次扫描未通过（${figures}）` }]
    if (last.code !== code)
      return [id, { open: `代码在最近一次扫描（${figures}）之后改过，${SCAN}` }]
    return [id, 'built']
  })
  return Object.fromEntries(judged)
}

/** Holds the claims against what ran. An id is tested where at least one test of its name passed and none failed. */
export function standing(claims: Readonly<Record<string, Claim>>, ran: Ran): Standing {
  const entries = Object.entries(claims)
  const built = entries.flatMap(([id, claim]) => (claim === 'built' ? [id] : []))
  const tested = built.filter((id) => ran.passed.has(id) && !ran.failed.has(id))
  return {
    built: built.length,
    tested: tested.length,
    open: entries.flatMap(([id, claim]) =>
      typeof claim === 'string' ? [] : [{ id, why: claim.open }],
    ),
    unproved: built.filter((id) => !tested.includes(id)),
  }
}

const LINE = /^\s*(not )?ok \d+ - ((?:S\d\d )+)/

/** Takes the ids a line of TAP bears in the name of a test that ended, if any, into what ran. */
export function note(ran: { passed: Set<string>; failed: Set<string> }, line: string): void {
  const [, not, ids = ''] = LINE.exec(line) ?? []
  // What is skipped proves nothing.
  if (/ # (SKIP|TODO)/i.test(line)) return
  for (const id of ids.split(' ').filter(Boolean)) (not ? ran.failed : ran.passed).add(id)
}
