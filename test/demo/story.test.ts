import t, { type Test } from 'tap'
import { auditOffice } from '../../src/audit/audit-office.js'
import { readMailFolder } from '../../src/audit/mail-folder.js'
import { readOffice } from '../../src/audit/read-office.js'
import { createClient } from '../../src/client/index.js'
import { sqlb } from '../../src/db/handle.js'
import { morningOf, openOffice } from '../../src/demo/open-office.js'
import { playStory } from '../../src/demo/story.js'
import { lookAtWorkflow } from '../../src/engine/look.js'
import { draftOf } from '../../src/example/draft.js'
import { hash } from '../audit/life.js'
import { EXAMPLE } from './seeds.js'
import { type Whole, wholeSystem } from './whole.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

t.test('the example is played to its end, and all agrees', { timeout: 600_000 }, async (t) => {
  const whole = await wholeSystem(t)
  const office = await openOffice(whole.ownerUrl, whole.issuer, '演练', morningOf(EXAMPLE))
  const lines: string[] = []
  const look = (kind: 'finding' | 'office', id: string) =>
    lookAtWorkflow(whole.temporal, kind, office.office_id, id)
  const { tally, audit } = await playStory(
    {
      ...office,
      issuer: whole.issuer,
      as: async (subject) =>
        createClient({ address: whole.address, token: await whole.mint(subject) }),
      database: whole.worker,
      look,
      mail_folder: whole.mailFolder,
      write: (line) => lines.push(line),
    },
    EXAMPLE,
    null,
  )
  const story = lines.join('\n')

  await t.test('what was counted', async (t) => {
    t.same(audit.mismatches, [])
    t.equal(audit.workflows_checked, 39)
    const { mails, ...counted } = tally
    t.same(counted, {
      findings: 40,
      dispatched: 39,
      acknowledged: 22,
      deemed: 17,
      responded: 34,
      returned: 1,
      closed: 34,
      overdue: 4,
      rungs: { reminder: 13, urge: 8, yellow: 8, red: 4 },
      slips_drafted: 8,
    })
    t.ok(mails > 100, `${mails} mails`)
  })

  await t.test('what was told', async (t) => {
    t.match(story, '经办人无权印发（ROLE_NOT_ALLOWED）；此时发出的邮件：0封。')
    t.match(story, '15家单位收到通报中属于自己的部分，其中15家恰好一封')
    t.match(story, '6家单位（17条），视同签收')
    t.match(story, '以公函反馈2条，经办人代录')
    t.match(story, '退回整改（虚假整改）')
    t.match(story, '13条逾期。其间发出的邮件：0封。')
    t.match(story, '2025年10月6日（周一） 不催：中秋节')
    t.match(story, '对13条发出逾期提醒')
    t.match(story, '澄湖区有6条逾期，合并为1份催办单，待签发。')
    t.match(story, '第23条已改正，但单位没有反馈')
    t.match(story, '红色督办单待签发：市应急管理局')
  })

  await t.test('a row changed by hand is found, and nothing else', (t) => tampered(t, whole))

  async function tampered(t: Test, { worker }: Whole) {
    const [{ id } = { id: '' }] = await worker.run(
      sqlb
        .updateTable('finding')
        .set({ fixed: 'no' })
        .where('office_id', '=', office.office_id)
        .where('number', '=', 23)
        .returning('id'),
    )
    t.ok(id, 'changed')
    const record = await readOffice({ database: worker, look, hash }, office.office_id)
    const again = auditOffice(record, await readMailFolder(whole.mailFolder))
    t.same(again.mismatches, [{ subject: '问题23', what: ['台账行的 fixed 与记录推得的不一致'] }])
  }
})

t.test('offsets that do not fit the text are left out of the draft', async (t) => {
  const registered = { unit: () => null, asset: () => null }
  const around = { signer_id: 'x', issued_on: EXAMPLE.issueDate ?? ('' as never) }
  const draft = draftOf(EXAMPLE, registered, { ...around, source_text: '另一篇通报' })
  t.same(new Set(draft.findings.map((line) => line.sentence_start)), new Set([null]))
})
