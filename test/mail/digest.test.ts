import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { RUNGS } from '../../src/domain/vocabulary.js'
import { rendered } from '../../src/mail/html.js'
import { type DigestLine, digest } from '../../src/mail/messages/digest.js'
import { context, due, finding, noon } from './samples.js'

function line(number: number, over: Parameters<typeof due>[0], urgent = false): DigestLine {
  return {
    finding: finding(number, { urgent, due: due(over) }),
    next_rung: null,
    missed_step: null,
  }
}

const today = context.today
const lines: readonly DigestLine[] = [
  line(1, { date: dateOf('2022-09-28'), working_days: 3 }),
  line(2, { date: today, working_days: 0 }),
  line(3, { date: dateOf('2022-09-20'), overdue: true, working_days: 3 }),
  line(4, { date: dateOf('2022-09-13'), overdue: true, working_days: 8 }),
  line(5, { date: dateOf('2022-09-26'), working_days: 1 }),
  line(6, { date: today, time: noon, working_days: 0 }),
]

t.test('overdue, due today, coming; within each the most pressing first', async (t) => {
  const message = digest(lines, context)
  t.equal(message.subject, '已逾期2项、今日到期2项、即将到期2项')
  for (const part of [message.text, rendered(message.html)]) {
    const order = ['已逾期（2项）', '第4项', '第3项', '今日到期（2项）', '第6项', '第2项']
    const places = [...order, '即将到期（2项）', '第5项', '第1项'].map((w) => part.indexOf(w))
    t.ok(
      places.every((place, i) => place > (places[i - 1] ?? -1)),
      places.join(),
    )
    t.match(part, '（已逾期8个工作日）')
    t.match(part, '（剩余1个工作日）')
    t.match(part, '2022年9月23日（星期五）12:00前')
    t.match(part, '已整改的，请尽快登录系统报送整改情况。')
  }
})

t.test('empty groups are not mentioned', async (t) => {
  const message = digest(lines.slice(0, 1), context)
  t.equal(message.subject, '即将到期1项')
  t.notMatch(message.text, /已逾期|今日到期/)
})

t.test('an urgent finding leads its group', async (t) => {
  const { text } = digest([...lines, line(9, { overdue: true, working_days: 1 }, true)], context)
  t.ok(text.indexOf('【紧急】') < text.indexOf('第4项'))
})

t.test('what was due this morning is overdue, though by no working day', async (t) => {
  const message = digest(
    [line(1, { date: today, time: noon, overdue: true, working_days: 0 })],
    context,
  )
  t.equal(message.subject, '已逾期1项')
  t.match(message.text, '12:00前（已逾期）')
})

t.test('a step of a fix plan for which nothing was reported is named', async (t) => {
  const missed_step = dateOf('2022-09-28')
  const { text } = digest([{ finding: finding(1), next_rung: null, missed_step }], context)
  t.match(text, '整改方案节点2022年9月28日（星期三）已过，请报送进展')
})

t.test('every next rung is announced with its day', async (t) => {
  const words = ['发出逾期提醒', '启动催办', '启动黄色督办', '启动红色督办', '提请通报或约谈']
  for (const rung of RUNGS) {
    const next_rung = { rung, on: dateOf('2022-10-08') }
    const said = `2022年10月8日（星期六）${words[rung - 1]}`
    const coming = digest([{ finding: finding(1), next_rung, missed_step: null }], context)
    t.match(coming.text, `逾期未反馈的，${said}`)
    const late = finding(1, { due: due({ overdue: true }) })
    t.match(
      digest([{ finding: late, next_rung, missed_step: null }], context).text,
      `仍未反馈的，${said}`,
    )
  }
  t.notMatch(
    digest([{ finding: finding(1), next_rung: null, missed_step: null }], context).text,
    '未反馈的',
  )
})
