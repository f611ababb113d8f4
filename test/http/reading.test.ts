import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { readAs } from '../../src/http/reading.js'
import { pools } from '../db/support.js'

t.test(
  'a read whose transaction fails ends itself, and no promise is left to end the process',
  async (t) => {
    const { api } = await pools(t)
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    t.teardown(() => process.off('unhandledRejection', note))
    // A text no database takes: the principal is refused, and with it everything sent behind it.
    const principal = {
      ...{ person_id: 'p', name: '', office_id: '\u0000', scope: 'office', units: [], roles: [] },
      ...{ memberships: [] },
    } as unknown as Parameters<typeof readAs>[1]
    await t.rejects(
      readAs(api, principal, (h) => h.run(sql`select 1`)),
      { name: 'DatabaseError' },
    )
    await sleep(50)
    t.strictSame(unhandled, [])
    t.same(await api.run(sql`select 1 as one`), [{ one: 1 }])
  },
)
