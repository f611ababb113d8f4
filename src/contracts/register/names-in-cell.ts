/** Signs that part the names in one cell; a backslash before one makes it part of its name. */
const NAME = /(?:\\.|[^、;；|])+/gsu

/** The names of a cell, without the spaces around them. */
export function namesIn(cell: string): string[] {
  const parts = cell.match(NAME) ?? []
  return parts.map((part) => part.replace(/^\s+|(?<!\\)\s+$/gu, '').replace(/\\(.)/gsu, '$1'))
}

/** Names as one cell, from which `namesIn` reads just these. */
export function cellOfNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\、;；|]|^\s|\s$/gu, '\\$&')).join('、')
}
