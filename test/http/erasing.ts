import { v7 } from 'uuid'
import { statement } from '../../src/db/handle.js'
import { insertMails } from '../../src/db/mail.js'
import { insertMemberships } from '../../src/db/membership.js'
import { insertPeople } from '../../src/db/person.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { asOwner } from '../db/support.js'
import type { TestOffice } from '../helpers/office.js'
import { MONDAY } from './notice.js'

/** Somebody by whose words they are found wherever they stand. */
export const LEFT = {
  name: '欧阳惊弦',
  email: 'ouyang@left.example',
  phone: '13800009999',
  subject: 'login of ouyang',
}

/** Enters them with a role in the first unit that ends on a day. */
export async function enterLeaver({ owner, office_id, units }: TestOffice, until: string | null) {
  const id = v7()
  await insertPeople(owner, [{ ...LEFT, id, office_id, issuer: 'test', status: 'active' }])
  const seat = { id: v7(), office_id, person_id: id, unit_id: units[0] ?? '' }
  const days = { from_on: dateOf('2000-01-01'), until_on: until === null ? null : dateOf(until) }
  await insertMemberships(owner, [{ ...seat, role: 'unit.reporter', ...days }])
  return { id, seat: { ...seat, role: 'unit.reporter' as const, ...days } }
}

/** A mail to somebody, or to a unit that reads of them; said of a finding where one is named. */
export async function mailed(
  { owner, office_id, units }: TestOffice,
  text: string,
  {
    person_id = null,
    finding_id = null,
  }: { person_id?: string | null; finding_id?: string | null },
) {
  const id = v7()
  const to = person_id
    ? { to_name: LEFT.name, to_address: LEFT.email }
    : { to_name: '第一单位', to_address: 'unit@one.example' }
  const about = { id, office_id, person_id, unit_id: person_id ? null : (units[0] ?? '') }
  const words = { subject: '整改通知', text, html: `<p>${text}</p>`, kind: 'digest' }
  await insertMails(owner, [
    { ...about, ...to, ...words, rehearsal: true, created_at: instantOf(MONDAY) },
  ])
  if (finding_id !== null) {
    await owner.run(
      statement(`update message set mail_id = $1 where finding_id = $2`)(id, finding_id),
    )
  }
  return id
}

/** Everything the database holds, as text; no table is left out. */
export async function dump(url: string): Promise<string> {
  const { rows } = await asOwner(
    url,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const texts: string[] = []
  for (const { name } of rows as { name: string }[]) {
    const { rows: all } = await asOwner(url, `select to_jsonb(r)::text as row from ${name} r`)
    texts.push(...(all as { row: string }[]).map(({ row }) => `${name} ${row}`))
  }
  return texts.join('\n')
}
