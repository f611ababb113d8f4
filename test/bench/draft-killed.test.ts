import { execFile } from 'node:child_process'
import t from 'tap'
import { armed, type Failpoint } from '../../bench/harness/failpoints.js'
import { draftOperations } from '../../src/contracts/notices/draft-operations.js'
import { aliasOperations } from '../../src/contracts/register/aliases.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import type { DraftEditKind } from '../../src/domain/notice/draft-edit.js'
import { programOf } from '../../src/local/node-process.js'
import { drafted, line, MONDAY } from '../http/notice.js'
import { testServer } from '../http/support.js'
import type { EditsDraft } from './edits-draft.js'

const STANDS = statement<{ revision: number; lines: object[]; events: number }>(
  `select n.revision,
     (select json_agg(json_build_object('number', f.number, 'id', f.id, 'unit_id', f.unit_id, 'state', f.state,
        'dispatch', f.dispatch, 'problem', f.problem) order by f.number) from finding f where f.notice_id = n.id) as lines,
     (select count(*)::integer from finding f join finding_event e on e.finding_id = f.id
        where f.notice_id = n.id) as events
   from notice n where n.id = $1`,
)
const BEFORE = '市教育局“招生考试”栏目超过6个月未更新。'
const AFTER = [BEFORE.replace('6', '9'), '市教育局“意见信箱”来信超过5个工作日未回复。'].join('\n')
const textOf = (faults: string) => `关于检查情况的通报\n一、存在问题\n${faults}\n`

t.test('a process dies just before an edit of a draft is durable and just after', async (t) => {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const principal = office.officer('office.handler')
  const handler = as(principal)
  const alias = { params: { id: one }, body: { alias: '市教育局' } }
  await handler(aliasOperations.learnAlias, alias)

  /** A draft with whatever was done to it before; how it stands, and what runs on it in a process of its own. */
  const scene = async (what: EditsDraft['what'], before: object | null) => {
    const { params, etag } = await drafted(server, { findings: [line(one), line(one), line(two)] })
    const notice_id = params.id
    if (what.kind === 'reread') {
      const body = { text: textOf(BEFORE) }
      await handler(draftOperations.rereadNotice, { params, if_match: etag, body })
    }
    if (before) {
      const body = { edit: before }
      await handler(draftOperations.editDraft, { params, if_match: etag, body })
    }
    const stands = async () => {
      const [row] = await office.owner.run(STANDS(notice_id))
      if (!row) throw new Error('no draft')
      return row
    }
    const { revision } = await stands()
    const work: EditsDraft = {
      ...{ url: office.url, principal, key: what.kind, notice_id, if_match: revision, what },
    }
    const run = (env: Record<string, string> = {}) =>
      new Promise<{ signal: string | null; told: unknown }>((done) => {
        const args = [...programOf('test/bench/edits-draft.ts'), JSON.stringify(work)]
        const given = { env: { ...process.env, NODE_OPTIONS: '', ...env } }
        const child = execFile(process.execPath, args, given, (_, told) =>
          done({ signal: child.signalCode, told: told ? JSON.parse(told) : null }),
        )
      })
    return { stands, run }
  }

  const numbers = [1]
  const withheld = { kind: 'withhold', numbers, reason: '暂缓' } as const
  const dropped = { reason_code: 'false_alarm', reason: '误报' } as const
  const edits: Readonly<Record<DraftEditKind | 'reread', EditsDraft['what']>> = {
    split: { kind: 'split', number: 1, parts: [{ problem: '甲' }, { problem: '乙' }] },
    merge: { kind: 'merge', numbers: [1, 2] },
    reassign: { kind: 'reassign', number: 1, unit_id: two },
    change: { kind: 'change', number: 1, fields: { problem: '打不开' } },
    drop: { kind: 'drop', numbers, ...dropped },
    withhold: withheld,
    dispatch: { kind: 'dispatch', numbers, reason: '照发' },
    reread: { kind: 'reread', text: textOf(AFTER) },
  }
  for (const [kind, what] of Object.entries(edits)) {
    const { stands, run } = await scene(what, kind === 'dispatch' ? withheld : null)
    const dies = async (failpoint: Failpoint) => {
      const died = { signal: 'SIGKILL', told: null }
      t.strictSame(await run(armed(failpoint, 1)), died, `${kind} ${failpoint}`)
    }
    const before = await stands()
    await dies('before-commit')
    t.strictSame(await stands(), before, `${kind}: nothing of it is kept`)
    await dies('after-commit-before-reply')
    const after = await stands()
    t.equal(after.revision, before.revision + 1, `${kind}: all of it is`)
    const { events, ...told } = after
    t.strictSame(
      await run(),
      { signal: null, told },
      `${kind}: sent again it is told what was done`,
    )
    t.strictSame(await stands(), after, `${kind}: and it was done once`)
    t.ok(kind === 'reread' || events > before.events, `${kind} is on record`)
  }
})
