import t from 'tap'
import { TroubleError } from '../../src/local/trouble.js'
import { readTask } from '../../src/office/arguments.js'
import { readLines } from '../../src/office/csv.js'
import { ASSETS, PEOPLE, UNITS } from '../../src/office/lists.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 姓名,角色 / 王一,联络员 as an old spreadsheet saves it. */
const GB18030 = Buffer.from(
  'd0d5c3fb2cbdc7c9ab2cb5a5cebb0acdf5d2bb2cc1aac2e7d4b12cbdccd3fdbed60a',
  'hex',
)

t.test('a list is read as spreadsheets save it', async (t) => {
  const said = { line: 2, name: '市教育局', parent: '市政府', aliases: ['教育局', '教委'] }
  const rows = [{ ...said, mailbox: null }]
  const plain = '名称,上级单位,别名,公共邮箱\r\n 市教育局 ,市政府,教育局、教委,\r\n\r\n'
  t.same(UNITS.read(utf8(plain)), { rows })
  t.same(UNITS.read(utf8(`\ufeff${plain}`)), { rows }, 'with a mark')
  t.same(
    UNITS.read(utf8('aliases,name,parent\n教育局|教委,市教育局,市政府\n')),
    { rows: [said] },
    'in any order, and nothing of the column that is not there',
  )
  const quoted = UNITS.read(utf8('名称,别名\n"甲,乙局","一;二"\n'))
  t.match(quoted, { rows: [{ name: '甲,乙局', aliases: ['一', '二'] }] })
  const headed = UNITS.read(utf8('名称,办公室负责人,办公室负责人邮箱\n甲局,李主任,li@a.example\n'))
  t.match(headed, { rows: [{ office_head: { name: '李主任', address: 'li@a.example' } }] })
  for (const half of ['办公室负责人', '办公室负责人邮箱']) {
    const cleared = UNITS.read(utf8(`名称,${half}\n甲局,\n`))
    t.match(cleared, { rows: [{ name: '甲局', office_head: null }] }, 'an empty cell clears')
  }
  const old = PEOPLE.read(GB18030)
  t.match(old, { rows: [{ line: 2, name: '王一', role: 'unit.reporter', unit: '教育局' }] })
})

t.test('a file that is no such list is refused with a sentence', async (t) => {
  const cases: Record<string, [string, RegExp]> = {
    'nothing at all': ['', /空的/],
    'an unknown heading': ['名称,颜色\n', /颜色/],
    'a heading twice': ['名称,单位名称\n', /重复/],
    'a heading missing': ['别名\n', /缺少一列：名称/],
    'a line of another length': ['名称,别名\n甲\n', /CSV/],
    'an open quote': ['名称\n"甲\n', /CSV/],
  }
  for (const [name, [text, sentence]] of Object.entries(cases)) {
    t.throws(() => UNITS.read(utf8(text)), { code: 'TROUBLE', message: sentence }, name)
  }
  t.throws(() => readLines(utf8('x\n'), [{ key: 'a', headers: ['甲'] }], []), TroubleError)
})

t.test('every bad cell is named by line and heading', async (t) => {
  const people = PEOPLE.read(
    utf8(
      '姓名,角色,邮箱,起始日期\n,联络员,,\n甲,看客,,\n乙,admin,a@b,2022-02-30\n丙\u202e,系统管理员,,\n',
    ),
  )
  t.same(people, {
    complaints: [
      '第 2 行“姓名”：此项必填。',
      '第 3 行“角色”：不是可选值之一。',
      '第 4 行“邮箱”：格式不对。',
      '第 4 行“起始日期”：格式不对。',
      '第 5 行“姓名”：含有不可见字符或控制字符，请删去后重填。',
    ],
  })
  const heads = UNITS.read(
    utf8('名称,办公室负责人,办公室负责人邮箱\n甲局,李主任,\n乙局,,li@a.example\n丙局,李主任,li\n'),
  )
  t.same(heads, {
    complaints: [
      '第 2 行“办公室负责人邮箱”：此项必填。',
      '第 3 行“办公室负责人”：此项必填。',
      '第 4 行“办公室负责人邮箱”：格式不对。',
    ],
  })
  const assets = ASSETS.read(utf8('单位,类型,名称,网址\n甲局,政务新媒体,号,javascript:1\n'))
  t.same(assets, { complaints: ['第 2 行“网址”：格式不对。'] })
})

t.test('the command line says what it wants', async (t) => {
  const created = readTask(['create', '--name', '甲市', '--admin', '张三', '--subject', 'zhang'])
  t.match(created, {
    name: 'create',
    office: '甲市',
    zone: 'Asia/Shanghai',
    rehearsal: null,
    security: null,
  })
  const hours = ['--hours', '08:30-12:00,14:00-18:00']
  const more = readTask(['create', '--name', 'a', '--admin', 'b', '--subject', 'c', ...hours])
  t.match(more, {
    hours: {
      spans: [
        ['08:30', '12:00'],
        ['14:00', '18:00'],
      ],
    },
  })
  t.match(readTask(['import-units', 'a.csv']), {
    name: 'import-units',
    file: 'a.csv',
    office: null,
  })
  t.same(readTask(['list']), { name: 'list' })
  const usual = ['create', '--name', 'a', '--admin', 'b', '--subject', 'c']
  const keeper = ['--security', 'd', '--security-subject']
  t.match(readTask([...usual, ...keeper, 'e']), { security: { name: 'd', subject: 'e' } })
  const wrong = [
    [],
    ['create'],
    ['import-units'],
    ['import-units', 'a.csv', 'b.csv'],
    ['list', 'x'],
    ['token'],
    ['bogus'],
    [...usual, '--colour', 'red'],
    [...usual, '--security', 'd'],
    [...usual, '--security-subject', 'd'],
    [...usual, ...keeper, 'c'],
    [...usual, '--zone', 'Mars/Base'],
    [...usual, '--hours', '12:00-09:00'],
    [...usual, '--hours', '09:00-12:00,11:00-17:00'],
    [...usual, '--hours', 'early'],
    [...usual, '--rehearsal', 'tomorrow'],
  ]
  for (const args of wrong) t.throws(() => readTask(args), { code: 'TROUBLE' }, args.join(' '))
})
