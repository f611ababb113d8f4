import t from 'tap'
import { ERRORS, PROBLEM_CODES, typeOf, wordsOf } from '../../src/contracts/errors.js'
import { FIELD_CODES, FIELD_PROBLEM_CODES, fieldWords } from '../../src/contracts/field-errors.js'
import { problemsOf } from '../../src/contracts/implied.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { REJECTIONS } from '../../src/domain/vocabulary.js'

const CHINESE = /^[^A-Za-z]*\p{Script=Han}/u

t.test('every code has one status, and a title and a sentence in both languages', async (t) => {
  t.equal(new Set(PROBLEM_CODES).size, PROBLEM_CODES.length)
  t.same([...PROBLEM_CODES].toSorted(), Object.keys(ERRORS).toSorted())
  for (const code of PROBLEM_CODES) {
    const { status } = ERRORS[code]
    t.ok(status >= 400 && status < 600, `${code} ${status}`)
    const [zh, en] = [wordsOf(code, 'zh'), wordsOf(code, 'en')]
    t.match(zh.title, CHINESE, code)
    t.match(zh.detail, /\p{Script=Han}.*。$/u, `${code} is told in a Chinese sentence`)
    t.match(en.title, /^[A-Z][^\p{Script=Han}]+$/u, code)
    t.match(en.detail, /^[A-Z][^\p{Script=Han}]+\.$/u, code)
  }
  const titles = PROBLEM_CODES.map((code) => wordsOf(code).title)
  t.equal(new Set(titles).size, titles.length, 'no two share a title')
  t.equal(new Set(PROBLEM_CODES.map(typeOf)).size, titles.length)
})

t.test('the statuses of refusals by a rule are those that were agreed', async (t) => {
  const of = (status: number) => REJECTIONS.filter((code) => ERRORS[code].status === status)
  t.same(of(403), ['ROLE_NOT_ALLOWED', 'SAME_PERSON', 'LEADER_REQUIRED'])
  const conflicts = [
    'NOT_IN_THIS_STATE',
    'REVIEW_BEGUN',
    'TOO_LATE_TO_ASK',
    'LIMIT_REACHED',
    'REQUEST_PENDING',
    'NO_SUCH_REQUEST',
    'UNIT_CLOSED',
    'NOTHING_TO_CHANGE',
    'SUPERSEDED',
    'RETEST_TAKEN',
  ]
  t.same(of(409), conflicts)
  t.equal(of(422).length, REJECTIONS.length - 3 - conflicts.length)
})

t.test('what can be wrong with a field has words in both languages', async (t) => {
  for (const code of FIELD_PROBLEM_CODES) {
    t.match(fieldWords(code, 'zh'), /\p{Script=Han}.*。$/u, code)
    t.match(fieldWords(code, 'en'), /^[A-Z][^\p{Script=Han}]+\.$/u, code)
  }
  const rejections: readonly string[] = REJECTIONS
  const shared = FIELD_CODES.filter((code) => rejections.includes(code))
  t.same(shared, [], 'no code means two things')
})

t.test('every code belongs to some operation, and every operation names its codes', async (t) => {
  const named = new Set(OPERATIONS.flatMap(problemsOf))
  const elsewhere = ['METHOD_NOT_ALLOWED', 'TOO_SLOW', 'HEADERS_TOO_LARGE']
  t.same(
    PROBLEM_CODES.filter((code) => !named.has(code)),
    elsewhere,
  )
})
