import t from 'tap'
import { jsonLog, temporalLog } from '../../src/engine/json-log.js'

const WORDS = '第3条：\n    at 13800000000'

t.test('an error is logged by its name, code and places, never by its words', async (t) => {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  const error = Object.assign(new RangeError(WORDS), { code: 'X1' })
  jsonLog('info', write).error('failed', { finding: 'f', error })
  temporalLog(write).error('failed too', { error })
  t.equal(lines.length, 2)
  for (const line of lines) {
    t.match(JSON.parse(line), {
      level: 'error',
      error: { name: 'RangeError', code: 'X1', stack: /at / },
    })
    t.notMatch(line, '第3条')
    t.notMatch(line, '13800000000')
  }
})

t.test('the level decides what is written', async (t) => {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  for (const level of ['info', 'error', 'silent']) {
    jsonLog(level, write).info(`info at ${level}`)
    jsonLog(level, write).error(`error at ${level}`)
  }
  t.same(
    lines.map((line) => (JSON.parse(line) as { message: string }).message),
    ['info at info', 'error at info', 'error at error'],
  )
})
