import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { migrateToEmpty, migrateToLatest } from '../../src/db/migrations.js'
import { findOffice } from '../../src/db/office.js'
import { openPool } from '../../src/db/pool.js'
import { principalOf } from '../../src/db/principal.js'
import { transaction } from '../../src/db/transaction.js'
import { seedOffice } from './seed.js'
import { as, asOwner, pools } from './support.js'

t.test(
  'an ordinary login migrates, owns and serves: no superuser, and fenced itself',
  async (t) => {
    const { url } = await pools(t)
    const name = `ordinary_${randomBytes(6).toString('hex')}`
    await asOwner(url, `create role ${name} login password '${name}'`)
    await asOwner(url, `grant zhenggai_api, zhenggai_worker, zhenggai_migrate to ${name}`)
    await asOwner(url, `create database ${name} owner ${name}`)
    t.teardown(async () => {
      await setTimeout(100)
      await asOwner(url, `drop database ${name} with (force)`)
      await asOwner(url, `drop role ${name}`)
    })
    const own = new URL(url)
    own.username = name
    own.password = name
    own.pathname = name
    await migrateToLatest(own.href)
    const open = (role: 'zhenggai_api' | 'zhenggai_migrate') => {
      const pool = openPool({ url: own.href, role, max: 2, applicationName: 'ordinary' })
      t.teardown(() => pool.close())
      return pool
    }
    const seed = await transaction(open('zhenggai_migrate'), (tx) => seedOffice(tx))
    const api = open('zhenggai_api')
    t.equal(await findOffice(api, seed.office), null)
    t.equal((await principalOf(api, 'https://issuer.test', 'subject-1')).length, 1)
    const seen = await as(api, { office: seed.office, scope: 'office' }, (tx) =>
      findOffice(tx, seed.office),
    )
    t.match(seen, { id: seed.office })
    const site = sql`insert into asset (id, office_id, unit_id, medium, name)
      values (gen_random_uuid(), ${seed.office}, ${seed.units[0]}, 'website', '门户')`
    const enter = () => as(api, { office: seed.office, scope: 'office' }, (tx) => tx.run(site))
    await enter()
    const taken = { code: 'UNIQUE', constraint: 'asset_name' }
    await t.rejects(enter(), taken, 'what guards a register sees all of it')
    await t.rejects(api.run(sql`alter table office disable row level security`), { code: '42501' })
    const kept = await asOwner(
      own.href,
      `set role ${name}; begin; set local role zhenggai_api;
    select count(*)::integer as n from office; rollback`,
    )
    t.match(kept, [{}, {}, {}, { rows: [{ n: 0 }] }, {}])
    t.ok((await migrateToEmpty(own.href)).length > 0)
    await migrateToLatest(own.href)
  },
)
