import { readFileSync } from 'node:fs'
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
import { EXAMPLE } from '../helpers/seeds.js'
import { foretold } from './foretold.js'
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
    readFileSync('example/notice.txt', 'utf8'),
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
      responded: 33,
      returned: 1,
      closed: 32,
      requests: { extended: 1, refused: 1, upheld: 1, moved: 1 },
      lookbacks: { passed: 12, failed: 1 },
      overdue: 4,
      rungs: { reminder: 13, urge: 8, yellow: 8, red: 4 },
      slips_drafted: 8,
    })
    t.ok(mails > 100, `${mails} mails`)
    const heads = await whole.worker.run(
      sqlb
        .selectFrom('mail')
        .select('created_at')
        .where('to_address', '=', 'unit-08.office-head@units.example'),
    )
    t.equal(heads.length, 1, 'the head of a unit’s office hears of the first rung')
  })

  await t.test('what was told', async (t) => {
    for (const [what, told] of TOLD) for (const line of told) t.match(story, line, what)
  })

  await t.test('what is foretold for seven days is what then is said', (t) =>
    foretold(t, whole, office),
  )

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

/** What the story has to tell, by what it shows. */
const TOLD: readonly [string, readonly string[]][] = [
  [
    'findings stand beside their sentences',
    [
      '第7条［内容保障不力］市水利局：“水利要闻”已有三周没有新内容',
      '原文：市水利局“水利要闻”已有三周没有新内容。',
      '不派发：第34条［共性问题］各单位：没有按季度更新办事统计数据',
    ],
  ],
  [
    'nothing is sent until the leader has judged and issued',
    [
      '单项否决候选2条未经确认，不能印发；审签领导逐条确认。',
      '经办人不能印发（没有办理权限）；此时发出的邮件：0封。',
      '审签领导签发：39条交办到15家单位。',
    ],
  ],
  [
    'one mail per unit, each marked',
    ['15家单位收到通报中属于自己的部分，其中15家恰好一封；邮件15封，标明演练的15封。'],
  ],
  ['an urgent finding is taken down in hours', ['第3条已先行下架，距交办45分钟（限2小时）']],
  [
    'some sign, others are deemed to have',
    ['6家单位签收：市民政局', '3家单位签收：市财政局', '6家单位（17条），视同签收'],
  ],
  [
    'a dispute pauses the clock, and upheld it ends the finding',
    [
      '市科技局对第5条“稿件中出现错别字”提出异议。',
      '异议处理期间时限暂停，不催办。',
      '经办人拟办、复核人审批：第5条异议成立，予以撤销，不计入该单位问题数。',
    ],
  ],
  [
    'a finding that is another unit’s is moved there, after that one was asked',
    [
      '市统计局申请将第8条（“数据快报”连续两个月没有发布月度数据）调整至市民政局。',
      '市民政局同意承接第8条。',
      '第8条由市统计局调整至市民政局，重新计算时限；市民政局当即签收。',
    ],
  ],
  [
    'more time is granted to one and refused to another',
    [
      '市医保局申请将第4条延期至2025年10月14日（周二）。',
      '复核人同意市医保局第4条延期，时限为2025年10月14日（周二）。',
      '复核人不同意市农业农村局第12条延期，时限为2025年9月30日（周二）。',
    ],
  ],
  [
    'a fix plan is accepted and goes on',
    [
      '市文广旅局报送第16条整改方案，承诺2025年10月21日（周二）前完成。',
      '复核人同意第16条限期整改，转入持续整改，时限为2025年10月22日（周三）。',
    ],
  ],
  [
    'a paper answer is entered by the handler',
    ['以公函反馈2条，经办人代录；以收到之日2025年9月17日（周三）为准'],
  ],
  [
    'an old item under a new date is caught',
    [
      '市科技局报送第15条“一年以上未更新”：已更新栏目内容，新增信息1条。',
      '报送前自查：可以提交；提示：缺少整改后的截图、尚缺盖章反馈。',
      '第15条：复查未通过——新增的1条与去年旧稿内容相同，仅改动了发布日期。',
      '退回整改（虚假整改）',
    ],
  ],
  [
    'reminders come before the due',
    ['对22条发出临期提醒62次（提前3个工作日、提前1个工作日、到期当日）'],
  ],
  [
    'nobody is urged on any day off, each with its reason',
    [
      '13条逾期。其间发出的邮件：0封。',
      ...['1日（周三）', '2日（周四）', '3日（周五）', '4日（周六）', '5日（周日）'].map(
        nationalDay,
      ),
      '2025年10月6日（周一） 不催：中秋节',
      ...['7日（周二）', '8日（周三）'].map(nationalDay),
      '2025年10月9日（周四） 09:15  节后第一个工作日',
      '今天是到期后第1个工作日，对13条发出逾期提醒。',
    ],
  ],
  [
    'a re-test finds fixed what nobody reported, and it is closed as that',
    ['第23条已改正，但单位没有反馈（复查已改、反馈0次）', '第23条销号，结论“已整改、未按要求反馈”'],
  ],
  [
    'six overdue findings become one slip with its history of calls',
    [
      '澄湖区有6条逾期，合并为1份催办单，待签发。',
      '10月9日电话沟通，10月10日电话沟通，10月11日逾期升级',
      '复核人签发：演练催〔2025〕1号。',
    ],
  ],
  [
    'the ladder climbs',
    [
      '澄湖区有6条逾期，合并为1份黄色督办单，待签发。',
      '审签领导签发：演练督〔2025〕3号。',
      '澄湖区有2条逾期，合并为1份红色督办单，待签发。',
      '系统拟了2份提请，连同未签的1份督办单，等审签领导定夺。',
    ],
  ],
  [
    'what was closed is looked at again, and what fell back is listed anew',
    [
      '2025年10月9日（周四） 14:00  回头看',
      '销号后到了回头看时间的1条：第7条。事先不通知单位。',
      '回头看：第7条（“水利要闻”已有三周没有新内容）销号后再次停更，监测单位复查未通过。',
      '复核人将第7条重新列入台账，时限为2025年10月13日（周一）。',
      '复核销号1条：第7条；其中由初核以外的人销号的1条。',
      '销号后到了回头看时间的7条：第1、2、3、6、8、32、37条。事先不通知单位。',
      '5条回头看通过。',
    ],
  ],
  [
    'accepted by one, closed by another, grave ones by the leader',
    [
      '复核销号9条：第1、2、6、7、8、13、27、32、37条；其中由初核以外的人销号的9条。',
      '由审签领导销号：第19、36条。',
      '经办人自己不能销号：没有办理权限。',
    ],
  ],
  [
    'one page at the end',
    [
      '查出问题　　40条，交办39条，不派发1条',
      '已销号　　　32条',
      '申请审批　　同意延期1条，不同意延期1条，异议成立撤销1条',
      '回头看　　　通过12次，未通过1次',
      '仍逾期　　　4条',
      '单项否决　　5条，未销号2条',
      '从未反馈　　市应急管理局',
      '红色督办单待签发：市应急管理局',
      '提请通报待签发：澄湖区',
      '待销号：市城管执法局第35条 改动旧稿发布日期冒充新稿',
    ],
  ],
]

function nationalDay(day: string): string {
  return `2025年10月${day} 不催：国庆节`
}

t.test('offsets that do not fit the text are left out of the draft', async (t) => {
  const registered = { unit: () => null, asset: () => null }
  const around = { signer_id: 'x', issued_on: EXAMPLE.issueDate ?? ('' as never) }
  const draft = draftOf(EXAMPLE, registered, { ...around, source_text: '另一篇通报' })
  t.same(new Set(draft.findings.map((line) => line.sentence_start)), new Set([null]))
})
