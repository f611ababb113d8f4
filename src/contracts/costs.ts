import type { Operation } from './operation.js'

/** What a request counts for: as much as it makes the server do, in reads. */
export const COSTS = {
  read: 1,
  write: 5,
  /** A file is taken in and looked through, made, or handed out with its hash. */
  file: 20,
  /** A whole ledger, or whatever a unit or an office has, in one request. */
  many: 20,
  /** A paper is read into lines. */
  paper: 50,
  /** One command to many findings: a read for each that is done at once, whatever more the worker does by and by. */
  bulk: 200,
} as const
export type Cost = keyof typeof COSTS

/** What costs otherwise than its method says; a test holds the table against all that takes or gives much. */
const OTHERWISE: Readonly<Record<Exclude<Cost, 'read' | 'write'>, readonly string[]>> = {
  file: [
    ...['uploadEvidence', 'downloadEvidence', 'reportBounce'],
    ...['downloadFindingCertificate', 'downloadNoticeCertificate', 'getNoticeCertificate'],
  ],
  many: [
    ...['draftNotice', 'changeNotice', 'issueNotice', 'revokeNotice', 'importHits', 'takeUpHits'],
    ...['dismissHits', 'matchNames', 'getForecast', 'applyCalendar', 'reassignFindings'],
    ...['handOverFindings', 'registerLetter', 'exportUnits', 'exportAssets', 'importAssets'],
  ],
  paper: ['readNotice', 'rereadNotice'],
  bulk: ['bulkFindings'],
}

const NAMED = new Map(
  (['file', 'many', 'paper', 'bulk'] as const).flatMap((cost) =>
    OTHERWISE[cost].map((id) => [id, cost] as const),
  ),
)

/** Every operation whose cost is said by name, in the order of the table. */
export const WEIGHED = Object.values(OTHERWISE).flat()

/** What a request of an operation counts for. */
export function costOf({ id, method }: Pick<Operation, 'id' | 'method'>): number {
  return COSTS[NAMED.get(id) ?? (method === 'GET' ? 'read' : 'write')]
}
