import { writeFileSync } from 'node:fs'
import t from 'tap'
import { npmRun } from '../helpers/npm-run.js'
import { p, wordOf } from '../notices/office-files.js'

t.setTimeout(120_000)

t.test('a notice becomes one object, from a file or from standard input', async (t) => {
  const file = 'test/reading/notices/seen/by-unit.txt'
  const [ofFile, ofInput] = await Promise.all([
    npmRun('read', [file]),
    npmRun('read', [], '市教育局“招生考试”栏目超过6个月未更新。请于2024年6月7日前整改。'),
  ])
  t.equal(ofFile.code, 0)
  t.match(JSON.parse(ofFile.stdout), {
    ...{ issuer: '临溪市政务公开领导小组办公室', issued_on: '2024-06-04', period: '2024-05' },
    deadlines: [{ kind: 'feedback', working_days: 3, date: null }],
    findings: [{ n: 1, unit: '市教育局', asset: '招生考试', scope: 'unit' }],
  })
  t.match(JSON.parse(ofInput.stdout), {
    deadlines: [{ date: '2024-06-07' }],
    findings: [
      {
        unit: '市教育局',
        units: ['市教育局'],
        asset: '招生考试',
        start: 0,
        end: 21,
        deadline: '2024-06-07',
      },
    ],
  })
})

t.test('a document becomes the same object, with the text its places are counted in', async (t) => {
  const folder = t.testdir({})
  const file = `${folder}/通报.docx`
  writeFileSync(file, wordOf(p('市教育局“招生考试”栏目超过6个月未更新。')))
  const { code, stdout } = await npmRun('read', [file])
  t.equal(code, 0)
  t.match(JSON.parse(stdout), {
    findings: [{ unit: '市教育局', asset: '招生考试', start: 0, end: 21 }],
    source: { kind: 'docx', text: '市教育局“招生考试”栏目超过6个月未更新。', notes: [] },
  })
})

t.test('a folder of notices is scored, and what cannot be read is one sentence', async (t) => {
  const key = {
    findings: [{ unit: '市教育局', asset: '招生考试', problemText: '超过6个月未更新' }],
    deadlines: [],
  }
  const folder = t.testdir({
    'one.txt': '市教育局“招生考试”栏目超过6个月未更新。市民政局首页打不开。',
    'one.json': JSON.stringify(key),
    'shot.png': 'no text',
  })
  const [told, json, missing, refused, usage] = await Promise.all([
    npmRun('read-score', [folder]),
    npmRun('read-score', [folder, '--json']),
    npmRun('read-score', ['nowhere']),
    npmRun('read', [`${folder}/shot.png`]),
    npmRun('read', ['a.txt', 'b.txt']),
  ])
  t.match(
    told.stdout,
    /one：问题 应有1、读出2、正确1；[^]*多读 {2}市民政局[^]*查全率 1\.000，查准率 0\.500/,
  )
  t.match(JSON.parse(json.stdout), {
    total: { wanted: 1, read: 2, right: 1, recall: 1, precision: 0.5 },
    notices: [{ name: 'one' }],
  })
  t.match(missing, { code: 1, stdout: '', stderr: /^\n✗ nowhere 里没有/ })
  t.match(refused, { code: 1, stdout: '', stderr: /^\n✗ 图片、截图和扫描件中没有文字/ })
  t.match(usage, { code: 1, stdout: '', stderr: /^\n✗ 用法：/ })
})
