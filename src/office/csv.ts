import type { Column } from '../contracts/register/judged-lines.js'
import { headingOf } from '../contracts/register/judged-lines.js'
import { TroubleError } from '../local/trouble.js'
import { type Lines, type ListFault, listLines } from '../tables/list.js'

/**
 * The lines of a list in CSV, as spreadsheets save it: UTF-8 with or without a mark, else GB 18030. Throws TroubleError for
 * a file that is no table, or whose headings are unknown, doubled or missing.
 */
export function readLines<Key extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Key>[],
  required: readonly Key[],
): Lines<Key> {
  const read = listLines(decoded(bytes), columns, required)
  if ('fault' in read) throw new TroubleError(wordsOf(read.fault, columns))
  return read
}

function wordsOf(fault: ListFault, columns: readonly Column<string>[]): string {
  switch (fault.kind) {
    case 'empty':
      return '文件是空的：第一行应是列名。(empty file)'
    case 'no_table':
      return `文件不是 CSV 表格（${fault.why}）。(not a CSV file)`
    case 'unknown': {
      const known = columns.map(({ headers }) => headers[0]).join('、')
      return `不认识的列名“${fault.heading}”：可用的有 ${known}。(unknown column)`
    }
    case 'twice':
      return `列名重复：${fault.heading}。`
    case 'missing':
      return `缺少一列：${headingOf(fault.key, columns)}。`
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
