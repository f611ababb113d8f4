import type { Span } from './lines.js'

/** A cell of a table and where it stands. */
export interface Cell extends Span {
  readonly text: string
}

/** A table: its rows, and the lines it takes. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[]
  readonly first: number
  /** The line behind its last one. */
  readonly behind: number
}
