import fc from 'fast-check'
import t from 'tap'
import { fieldCodeOf } from '../../src/contracts/field-code.js'
import {
  email,
  id,
  instant,
  line,
  link,
  localDate,
  localTime,
  text,
} from '../../src/contracts/fields.js'
import { flag, integer, listOf } from '../../src/contracts/query.js'
import { isInstant } from '../../src/domain/instant.js'

const codeOf = (schema: { safeParse: (value: unknown) => unknown }, value: unknown) => {
  const { error } = schema.safeParse(value) as {
    error?: { issues: [{ code: string; message: string }] }
  }
  return error ? fieldCodeOf(error.issues[0], value === undefined) : null
}

t.test('S29 nothing invisible gets into a text', async (t) => {
  const unseen = {
    NUL: '\u0000',
    CR: '\r',
    ESC: '\u001b',
    'soft hyphen': '\u00ad',
    'zero width space': '\u200b',
    'right-to-left override': '\u202e',
    'right-to-left isolate': '\u2067',
    'byte order mark': '\ufeff',
    'line separator': '\u2028',
    'half a character': '\ud800',
    'a tag': '\u{e0041}',
  }
  for (const [name, character] of Object.entries(unseen)) {
    t.equal(codeOf(line(50), `甲${character}乙`), 'UNSEEN_CHARACTER', `${name} in a line`)
    if (name !== 'CR') {
      t.equal(codeOf(text(50), `甲${character}乙`), 'UNSEEN_CHARACTER', `${name} in a text`)
    }
  }
  t.equal(codeOf(line(50), '甲\n乙'), 'UNSEEN_CHARACTER', 'a line has no line feed')
  t.equal(text(50).parse('甲\r\n乙\t丙'), '甲\n乙\t丙', 'a text has them, and CRLF becomes LF')
  t.equal(codeOf(text(50), '甲\r乙'), 'UNSEEN_CHARACTER', 'a lone CR')
})

t.test('S29 texts are NFC and counted in characters', async (t) => {
  t.equal(line(5).parse('e\u0301'), '\u00e9')
  t.equal(line(3).parse('𠮷𠮷𠮷'), '𠮷𠮷𠮷')
  t.equal(codeOf(line(3), '𠮷𠮷𠮷𠮷'), 'TOO_LONG')
  t.equal(codeOf(line(3), ''), 'TOO_SHORT')
  for (const blank of [' ', '\u3000', '\u00a0']) {
    t.equal(codeOf(line(3), blank), 'REQUIRED')
    t.equal(codeOf(text(3), blank), 'REQUIRED')
  }
  t.equal(codeOf(text(3), '\n\n'), 'REQUIRED')
  t.equal(codeOf(line(3), 7), 'WRONG_TYPE')
  t.equal(codeOf(line(3), undefined), 'REQUIRED')
})

t.test('instants come with any offset and leave in UTC to the millisecond', async (t) => {
  t.equal(instant.parse('2022-09-30T23:59:59+08:00'), '2022-09-30T15:59:59.000Z')
  t.equal(instant.parse('2022-09-30T00:00:00.123456Z'), '2022-09-30T00:00:00.123Z')
  for (const bad of ['2022-09-30', '2022-09-30T10:00:00', '2022-02-30T00:00:00Z', 'gestern', '']) {
    t.equal(codeOf(instant, bad), 'MALFORMED', bad)
  }
  for (const far of ['0000-01-01T00:00:00Z', '1989-12-31T23:59:59Z', '2200-01-01T00:00:00Z']) {
    t.equal(codeOf(instant, far), 'OUT_OF_RANGE', far)
  }
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (date) => {
        const read = instant.parse(date.toISOString())
        return isInstant(read) && read === date.toISOString()
      },
    ),
  )
})

t.test('days and times of day exist', async (t) => {
  t.equal(localDate.parse('2024-02-29'), '2024-02-29')
  for (const bad of ['2023-02-29', '2022-2-3', '20220203', '2022-13-01', '2022-02-03T00:00:00Z']) {
    t.equal(codeOf(localDate, bad), 'MALFORMED', bad)
  }
  for (const far of ['0000-01-01', '1989-12-31', '2200-01-01', '9999-12-31']) {
    t.equal(codeOf(localDate, far), 'OUT_OF_RANGE', far)
  }
  t.equal(localTime.parse('23:59'), '23:59')
  for (const bad of ['24:00', '9:00', '12:60', '12:00:00']) {
    t.equal(codeOf(localTime, bad), 'MALFORMED', bad)
  }
})

t.test('ids are UUIDs and links lead into the web', async (t) => {
  for (const bad of ['', '1', '../etc', '0190b3d0-0000-7000-8000-00000000000', "x' or 1=1"]) {
    t.equal(codeOf(id, bad), 'MALFORMED', bad)
  }
  t.equal(link.parse('https://www.example.com/a?b=c'), 'https://www.example.com/a?b=c')
  for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'ftp://example.com/', '//x']) {
    t.equal(codeOf(link, bad), 'MALFORMED', bad)
  }
  for (const bad of ['https://gov.cn@evil.example/', 'https://a:b@evil.example']) {
    t.equal(codeOf(link, bad), 'MALFORMED', bad)
  }
  t.equal(link.parse('https://example.com/a@b'), 'https://example.com/a@b')
  t.equal(codeOf(link, 'https://example.com/\u202e'), 'UNSEEN_CHARACTER')
  t.equal(email.parse('swj_2022@mail.yz.gov.cn'), 'swj_2022@mail.yz.gov.cn')
  for (const bad of ['a@localhost', "o'neil@example.com", 'a@example.123', '甲@example.com']) {
    t.equal(codeOf(email, bad), 'MALFORMED', bad)
  }
})

t.test('query values are plain', async (t) => {
  const limit = integer(1, 200)
  t.equal(limit.parse('200'), 200)
  for (const bad of ['1e2', '0x10', ' 5', '-1', '1.0', '', '99999999999']) {
    t.equal(codeOf(limit, bad), 'MALFORMED', `"${bad}"`)
  }
  t.equal(codeOf(limit, '201'), 'OUT_OF_RANGE')
  t.equal(codeOf(limit, '0'), 'OUT_OF_RANGE')
  t.equal(codeOf(limit, ['1', '2']), 'WRONG_TYPE', 'a repeated key')
  t.equal(flag.parse('false'), false)
  t.not(codeOf(flag, '1'), null)
  t.same(listOf(line(5)).parse('a,b,a'), ['a', 'b'])
  t.equal(codeOf(listOf(line(5)), 'a,,b'), 'TOO_SHORT')
})
