import { FIELD_WORDS } from '../contracts/field-errors.js'
import { type Column, headingOf } from '../contracts/register/judged-lines.js'
import { ASSET_LIST, type ListForm, PERSON_LIST, UNIT_LIST } from '../contracts/register/lists.js'
import { readLines } from './csv.js'

/** What is wrong in a list, one sentence each, beginning with the line. */
export type Complaint = string

/** A kind of list that can be imported: its columns, and how a file becomes rows or every complaint there is about it. */
export interface List<Row> {
  columns: readonly Column<string>[]
  read: (bytes: Uint8Array) => { rows: Row[] } | { complaints: Complaint[] }
}

export const UNITS = listOf(UNIT_LIST)
export const PEOPLE = listOf(PERSON_LIST)
export const ASSETS = listOf(ASSET_LIST)

function listOf<Key extends string, Row>(form: ListForm<Key, Row>): List<Row> {
  const { columns, required, judge } = form
  const read = (bytes: Uint8Array) => {
    const judged = judge(readLines(bytes, columns, required))
    if ('rows' in judged) return judged
    const complaints = judged.faults.map(({ line, key, code }) => {
      return `第 ${line} 行“${headingOf(key, columns)}”：${FIELD_WORDS[code].zh}`
    })
    return { complaints }
  }
  return { columns, read }
}
