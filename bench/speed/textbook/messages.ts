import type { Act } from '../rivals/peer-table.js'

/** What the textbook version's server and workflow say to each other. */
export const TASK_QUEUE = 'bench-textbook'
export const WORKFLOW = 'textbookFinding'
export const ACT = 'act'

export interface Begin {
  id: string
  body: object
}

export interface Said {
  act: Act
  body: object
}
