import t from 'tap'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { tables } from '../db/catalogue.js'
import { figure } from '../helpers/figure.js'
import { foreignTo, marksIn } from './foreign-marks.js'
import { withoutWhere } from './strip.js'
import { twoOffices } from './two-offices.js'

/** Asked before there is a principal, by the identity of a verified token or the hash of a key: it cannot ask for one. */
const ASKED_BEFORE =
  /^select \* from (?:principal_of|account_of_key|person_of_account|count_attempt)\(/

/** What shows nothing by which a row is known, even where every row is there; nobody gets a row or a value of it. */
const SHOW_NO_ROW: readonly (readonly [begins: string, why: string])[] = [
  ['select other.id from notice n join notice other', 'two notices of one number cannot be'],
  ["select from slip where status = 'draft'", 'locks rows and shows nothing of them'],
  ["select from notice where status = 'draft'", 'locks a row and shows nothing of it'],
  ['select status from request', 'one word of a request'],
  ['select state, handling from finding', 'two words of a finding'],
  ['select courtesy_mail from person', 'one word of a person'],
  ['select exists (select from membership m join office o', 'one word of a person'],
  ['select m.role from membership m join office o', 'one word of a role'],
  ['select standing_clock from office', 'one instant of the office'],
  ['select min(at) as at from milestone', 'one instant of the office'],
  ['select sum(size)::bigint as bytes from ( select distinct on (sha256)', 'one number of a unit'],
  ['select f.id, (select sum(size)::bigint from', 'one number of each finding named'],
  ['select class, at, before, records, more from retention_next()', 'counts of the office’s own'],
  ['with line as (select unit_id, indicator_id', 'joins what is alike to lines of one notice'],
  [
    'select finding_id from findings_saying(',
    'has no WHERE: the function asks whose principal it is',
  ],
]

t.test('two offices, and everything of both', async (t) => {
  const { office, reads, done, marks, readers } = await twoOffices(t)

  await t.test('S11 S12 without its WHERE no query shows a foreign row', async (t) => {
    t.same(
      OPERATIONS.filter(({ id }) => !done.has(id)).map(({ id }) => id),
      [],
      'everything the interface offers was asked with success',
    )
    const judged = reads.filter(({ text }) => !ASKED_BEFORE.test(text))
    t.ok(judged.length > 50, `${judged.length} queries`)
    const silent: string[] = []
    let wrong = 0
    for (const { text, values } of judged) {
      const bare = withoutWhere(text)
      const short = text.replaceAll(/\s+/g, ' ')
      // As those whom no fence binds: what does not give itself away here proves nothing below.
      const everything = await office.owner.run(statement(bare)(...values))
      const shown = [...marks.offices.values()].map((of) => marksIn(everything, of).length)
      if (shown.includes(0)) silent.push(short)
      for (const who of readers) {
        const rows = await who.run(bare, values)
        const found = marksIn(rows, foreignTo(marks, who))
        const something = who.office === null && !isNothing(rows)
        if (found.length > 0 || something) t.fail(`${who.name} sees ${found.join(', ')}: ${short}`)
        if (found.length > 0 || something) wrong += 1
      }
    }
    t.equal(wrong, 0)
    const named = SHOW_NO_ROW.map(([begins]) => silent.find((text) => text.startsWith(begins)))
    t.same(new Set(silent), new Set(named), 'every other one shows rows where no fence stands')
    figure(
      `${judged.length} queries × ${readers.length} principals = ${judged.length * readers.length} runs, ${wrong} with a foreign row`,
    )
  })

  await t.test('S12 every table as it is, to everybody', async (t) => {
    const names = (await tables(office.owner)).map(({ name }) => name)
    let wrong = 0
    for (const name of names) {
      const whole = `select * from ${name}`
      const everything = await office.owner.run(statement(whole)())
      t.ok(everything.length > 0, `${name} has rows`)
      for (const who of readers) {
        const rows = await who.run(whole, [])
        const found = marksIn(rows, foreignTo(marks, who))
        if (found.length > 0) t.fail(`${who.name} sees ${found.join(', ')} in ${name}`)
        if (who.office === null && rows.length > 0) t.fail(`nobody sees ${rows.length} of ${name}`)
        if (found.length > 0 || (who.office === null && rows.length > 0)) wrong += 1
      }
    }
    t.equal(wrong, 0)
    figure(`${names.length} tables × ${readers.length} principals, ${wrong} with a foreign row`)
  })

  await t.test(
    'a table nobody has fenced is found, and a fence that has forgotten units',
    async (t) => {
      const owner = (text: string) =>
        transaction(office.owner, async (tx) => {
          await tx.run(statement('set local role none')())
          await tx.run(statement(text)())
        })
      await owner('alter policy api on round using (office_id = (select app_office()))')
      const mine = readers.filter(({ name }) => name.startsWith('unit '))
      for (const who of mine) {
        const rows = await who.run('select cause from round', [])
        t.not(marksIn(rows, foreignTo(marks, who)).length, 0, `${who.name} by words alone`)
      }
      await owner('create table unfenced as select id, unit_id from evidence')
      await owner('grant select on unfenced to zhenggai_api')
      for (const who of readers) {
        const rows = await who.run('select * from unfenced', [])
        t.not(marksIn(rows, foreignTo(marks, who)).length, 0, who.name)
      }
    },
  )
})

/** No row, or a row without a value. */
function isNothing(rows: readonly unknown[]): boolean {
  return rows.every((row) =>
    Object.values(row as object).every((value) => value === null || value === undefined),
  )
}
