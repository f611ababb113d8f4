import t from 'tap'
import { ACCEPTED_EXTENSIONS, acceptedType } from '../../src/files/accepted-types.js'

const zip = Buffer.from('PK\x03\x04rest')
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
const gb18030 = Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a])
const ZIPS = ['docx', 'xlsx', 'pptx', 'ofd']
const OFFICE = 'application/vnd.openxmlformats-officedocument'

const GOOD: Readonly<Record<string, readonly [string, Buffer]>> = {
  pdf: ['application/pdf', Buffer.from('%PDF-1.4')],
  png: ['image/png', Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1')],
  jpg: ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  jpeg: ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe1])],
  gif: ['image/gif', Buffer.from('GIF89a')],
  webp: ['image/webp', Buffer.from('RIFF\x01\x02\x03\x04WEBPVP8 ')],
  bmp: ['image/bmp', Buffer.from('BM\0\0')],
  docx: [`${OFFICE}.wordprocessingml.document`, zip],
  xlsx: [`${OFFICE}.spreadsheetml.sheet`, zip],
  pptx: [`${OFFICE}.presentationml.presentation`, zip],
  doc: ['application/msword', compound],
  xls: ['application/vnd.ms-excel', compound],
  ppt: ['application/vnd.ms-powerpoint', compound],
  wps: ['application/vnd.ms-works', compound],
  et: ['application/kset', compound],
  dps: ['application/ksdps', compound],
  ofd: ['application/ofd', zip],
  txt: ['text/plain', Buffer.from('\ufeff整改说明\r\n\t完成')],
  csv: ['text/csv', gb18030],
}

t.test('each accepted extension passes with its own content', async (t) => {
  t.strictSame(Object.keys(GOOD).toSorted(), [...ACCEPTED_EXTENSIONS].toSorted())
  for (const [extension, [type, head]] of Object.entries(GOOD)) {
    t.equal(acceptedType(`整改.${extension}`, type, head), type, extension)
    t.equal(acceptedType(`A.B.${extension.toUpperCase()}`, '', head), type, extension)
    t.equal(acceptedType(`a.${extension}`, 'application/octet-stream', head), type, extension)
    const parameter = `${type.toUpperCase()}; charset=utf-8`
    t.equal(acceptedType(`a.${extension}`, parameter, head), type, extension)
    t.equal(acceptedType(`a.${extension}`, 'text/html', head), null, extension)
  }
})

t.test('content of one kind under the extension of another is refused', async (t) => {
  const family: Readonly<Record<string, string>> = {
    ...Object.fromEntries(ZIPS.map((extension) => [extension, 'zip'])),
    ...Object.fromEntries(['doc', 'xls', 'ppt', 'wps', 'et', 'dps'].map((one) => [one, 'cfb'])),
    jpg: 'jpeg',
    txt: 'text',
    csv: 'text',
  }
  const kind = (extension: string) => family[extension] ?? extension
  for (const extension of ACCEPTED_EXTENSIONS) {
    for (const [other, [, head]] of Object.entries(GOOD)) {
      if (kind(extension) === kind(other)) continue
      t.equal(acceptedType(`a.${extension}`, '', head), null, `${other} as ${extension}`)
    }
  }
})

t.test('what may run or render is refused under every name', async (t) => {
  const hostile: Readonly<Record<string, Buffer>> = {
    exe: Buffer.from('MZ\x90\x00'),
    html: Buffer.from('\ufeff  \r\n<!DOCTYPE html><script>alert(1)</script>'),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'),
    xml: Buffer.from('<?xml version="1.0"?>'),
    lnk: Buffer.from([0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]),
    rtf: Buffer.from('{\\rtf1'),
    elf: Buffer.from('\x7fELF'),
    zip,
    docm: zip,
  }
  for (const [name, head] of Object.entries(hostile)) {
    t.equal(acceptedType(`a.${name}`, '', head), null, name)
    for (const extension of ACCEPTED_EXTENSIONS) {
      if (head === zip && ZIPS.includes(extension)) continue
      t.equal(acceptedType(`a.${extension}`, '', head), null, `${name} as ${extension}`)
    }
  }
})

t.test('a name without a known extension is refused', async (t) => {
  const [, head] = GOOD.pdf ?? ['', zip]
  for (const name of ['pdf', '', 'a.', 'a.pdf.exe', 'a.pdf ', 'a.constructor', 'a.__proto__']) {
    t.equal(acceptedType(name, 'application/pdf', head), null, name)
  }
})

t.test('an empty or too short beginning is nothing', async (t) => {
  for (const extension of ACCEPTED_EXTENSIONS.filter((e) => !['txt', 'csv'].includes(e))) {
    t.equal(acceptedType(`a.${extension}`, '', Buffer.alloc(0)), null, extension)
    t.equal(acceptedType(`a.${extension}`, '', Buffer.from('P')), null, extension)
  }
})
