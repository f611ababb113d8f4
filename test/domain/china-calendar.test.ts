import { readFileSync } from 'node:fs'
import t from 'tap'
import { isWorkingDay } from '../../src/domain/calendar.js'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { dateOf } from '../../src/domain/instant.js'
import { renderChinaDays, SOURCE_YEARS, sourceYear } from '../helpers/china-days-source.js'

const GENERATED = new URL('../../src/domain/china-days.gen.ts', import.meta.url)

/** Runs in a process time zone; the domain must not notice, and the package must be asked in spite of it. */
function inZone<T>(zone: string, run: () => T): T {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return run()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

t.test('the committed file is what the package says', async (t) => {
  t.equal(readFileSync(GENERATED, 'utf8'), renderChinaDays(), 'else generate it again')
})

for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
  t.test(`every day from 2004 to 2026, in a process in ${zone}`, async (t) => {
    inZone(zone, () => {
      const china = chinaCalendar('cn-1', 'Asia/Shanghai')
      const days = SOURCE_YEARS.flatMap(sourceYear)
      t.equal(days.length, 8_401)
      const wrong = days.filter(({ date, works, name }) => {
        const exception = china.exceptions.get(dateOf(date))
        const said = name === null ? undefined : works ? `${name}调休` : name
        return isWorkingDay(china, dateOf(date)) !== works || exception?.name !== said
      })
      t.same(wrong, [])
    })
  })
}

t.test('what the calendar holds', async (t) => {
  const china = chinaCalendar('cn-7', 'Asia/Urumqi')
  t.match(china, { version: 'cn-7', zone: 'Asia/Urumqi' })
  t.same([...china.definite_years], SOURCE_YEARS)
  t.same(china.exceptions.get(dateOf('2022-10-01')), { kind: 'holiday', name: '国庆节' })
  t.same(china.exceptions.get(dateOf('2022-10-09')), { kind: 'workday', name: '国庆节调休' })
  const worked = [...china.exceptions].filter(([, { kind }]) => kind === 'workday')
  const midweek = worked.filter(([date]) => new Date(date).getUTCDay() % 6 !== 0)
  t.same(midweek, [], 'make-up days are Saturdays and Sundays')
})
