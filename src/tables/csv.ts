import { parse } from 'csv-parse/sync'

/** A line of a file that is not blank: its cells, and its number in the file. */
export interface CsvLine {
  record: string[]
  line: number
}

interface CsvForm {
  /** Whether lines may be of other lengths than the first. */
  ragged?: boolean
  /** Whether quotes within a cell that has none around it are signs like others. */
  loose?: boolean
  delimiter?: string
}

/**
 * The lines of a list in CSV, with or without a byte order mark. Lines of other lengths than the first are taken where it
 * may be `ragged`. Throws the parser's error for a text that is no table.
 */
export function csvLines(
  text: string,
  { ragged = false, loose = false, delimiter = ',' }: CsvForm = {},
): CsvLine[] {
  const options = {
    ...{ bom: true, info: true, skip_empty_lines: true, relax_column_count: ragged },
    ...{ relax_quotes: loose, delimiter },
  } as const
  // With `info` each line comes with where it was, which the library's types do not say.
  const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
  return rows.map(({ record, info }) => ({ record, line: info.lines }))
}
