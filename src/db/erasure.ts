import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** That a person was erased: when, by whom, why, and the paper it rests on. */
export type Erasure = Row<'erasure'>

const COLUMNS = [
  'id',
  'office_id',
  'person_id',
  'at',
  'erased_by',
  'signed_paper_id',
  'reason',
  'basis',
] as const satisfies readonly (keyof Erasure)[]

const ERASE_WORDS = statement<never>('select erase_words($1::uuid[])')
const ERASE_OFFICE_HEAD = statement<never>('select erase_office_head($1)')
const ERASE_PERSON = statement<never>('select erase_person($1)')
const INSERT = statement<never>(insertText('erasure', COLUMNS))
const OF = statement<Erasure>(`select ${COLUMNS.join(', ')} from erasure where person_id = $1`)
const WORDS = statement<{ words: string[] }>('select words_naming($1) as words')
// What is not in the words of an event is no event's to erase; its finding is locked with the others all the same.
const NAMING = statement<NamedIn>(
  `select finding_id, array_remove(array_agg(seq order by seq), null) as events from (
     select finding_id, seq from finding_event
       where office_id = $1 and texts is not null and holds(texts::text, $2::text[])
     union all select id, null from finding
       where office_id = $1 and holds(concat_ws(' ', category, problem, sentence, place::text), $2::text[])
   ) held group by finding_id`,
)

/** Erases the words of all events that events of these findings say are erased; what told of them in mails too. */
export async function eraseWords(h: Handle, findingIds: readonly string[]): Promise<void> {
  await h.run(ERASE_WORDS([...findingIds]))
}

/**
 * Erases a person whose erasure is entered, as head of a unit's office too, and their name, address and telephone in all
 * words but those of events.
 */
export async function erasePerson(h: Handle, personId: string): Promise<void> {
  // Known by name and address, which go with the person.
  await Promise.all([h.run(ERASE_OFFICE_HEAD(personId)), h.run(ERASE_PERSON(personId))])
}

/** Enters an erasure; it can never be changed. Throws UNIQUE for a person erased before. */
export async function insertErasure(h: Handle, erasure: Erasure): Promise<void> {
  await h.run(INSERT(json([erasure])))
}

/** How a person was erased, or null where they were not. */
export function findErasure(h: Handle, personId: string): Promise<Erasure | null> {
  return first(h.run(OF(personId)))
}

/** By which words texts are searched for a person: none that may also be another's. */
export async function wordsNaming(h: Handle, personId: string): Promise<string[]> {
  return (await first(h.run(WORDS(personId))))?.words ?? []
}

/** A finding in which somebody is named, and the events, by number, in whose words. */
export interface NamedIn {
  finding_id: string
  events: number[]
}

/** The findings of an office in which one of these words stands, with the events. */
export function findingsNaming(
  h: Handle,
  officeId: string,
  words: readonly string[],
): Promise<NamedIn[]> {
  return words.length === 0 ? Promise.resolve([]) : h.run(NAMING(officeId, [...words]))
}
