/** What is wrong with one cell of a list that is to be imported, judged against the office and the list itself. */
export const IMPORT_FAULTS = [
  'UNKNOWN',
  'AMBIGUOUS',
  'TWICE',
  'TAKEN',
  'BELOW_ITSELF',
  'UNIT_NEEDED',
  'NO_UNIT',
  'DUTIES_APART',
  'NO_SUCH_ASSET',
  'SEVERAL_ASSETS',
  'OTHER_UNITS_ASSET',
  'TOO_MANY_NAMES',
] as const
export type ImportFault = (typeof IMPORT_FAULTS)[number]

export interface ImportProblem<Fault extends ImportFault = ImportFault> {
  /** The line of the file, counted from 1. */
  line: number
  column: string
  fault: Fault
}

/** What an import came to. With any problem nothing was written. */
export interface ImportReport {
  added: number
  changed: number
  unchanged: number
  problems: readonly ImportProblem[]
}

/** The report of an import that was refused as a whole. */
export function refusedImport(problems: readonly ImportProblem[]): ImportReport {
  return { added: 0, changed: 0, unchanged: 0, problems }
}
