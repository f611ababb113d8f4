/**
 * How a cell begins that a spreadsheet takes for a formula, full-width and small forms among them, or ends that readers of
 * lists would cut off; behind any number of apostrophes, so that what is guarded can be told from what was so before.
 */
const UNSAFE = /^'*[=+\-@＝＋－＠﹦﹢﹣﹫\s]|\s$/u

/** A cell as a spreadsheet shows it and nothing is calculated: an apostrophe stands before what could be a formula. */
export function guarded(cell: string): string {
  return UNSAFE.test(cell) ? `'${cell}` : cell
}

/** What was meant by a cell: without the apostrophe that guards it, or else without the spaces around it. */
export function unguarded(cell: string): string {
  const behind = cell.slice(1)
  return cell.startsWith("'") && UNSAFE.test(behind) ? behind : cell.trim()
}
