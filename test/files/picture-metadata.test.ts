import t from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { exif, PHOTOS } from './photos.js'
import { pdf, streamOf } from './samples.js'

const LATITUDE = [0x0002, null] as const
const named = (name: string, data: Buffer) => Buffer.concat([Buffer.from(`${name}\0`), data])
const here = () => PHOTOS.jpg([0xe1, named('Exif\0', exif({ place: [LATITUDE] }, 'II'))])
/** A picture of whose marks the last ones are these. */
const ending = (hex: string, ...more: Buffer[]) =>
  Buffer.concat([PHOTOS.jpg().subarray(0, -2), Buffer.from(hex, 'hex'), ...more])
const END = Buffer.from('ffd9', 'hex')
const inJpeg = (data: Buffer) => PHOTOS.jpg([0xe1, named('Exif\0', data)])
const nothing = Buffer.alloc(0)
const XMP = Buffer.from('<x:xmpmeta><rdf:Description exif:GPSLatitude="31,12N" tiff:Make="某"/>')

t.test('S37 what a picture says beside what it shows is declared, and stays', async (t) => {
  const store = createEvidenceStore({ folder: t.testdir(), max_bytes: 1_000_000 })
  const put = async (name: string, content: Buffer) => {
    const { metadata, size } = await store.put(streamOf(content), { name, declared_type: '' })
    t.equal(size, content.length, `${name} is kept as it came`)
    return metadata
  }
  const said = {
    'a phone, little end first': [
      inJpeg(
        exif(
          {
            main: [
              [0x010f, '某品牌'],
              [0x0132, '2022:09:08 10:00:00'],
            ],
            camera: [[0xa430, '张三']],
            place: [LATITUDE],
          },
          'II',
        ),
      ),
      ['place', 'time', 'device', 'person'],
    ],
    'a camera, big end first': [
      inJpeg(exif({ main: [[0x010f, 'X']], camera: [[0x9003, '2022:09:08 10:00:00']] }, 'MM')),
      ['time', 'device'],
    ],
    'nothing in the room for a name': [
      inJpeg(
        exif(
          {
            main: [
              [0x013b, '      '],
              [0x0132, '0000:00:00 00:00:00'],
            ],
          },
          'MM',
        ),
      ),
      [],
    ],
    'a version of GPS and no place': [inJpeg(exif({ place: [[0x0000, null]] }, 'II')), []],
    'a block cut short': [
      inJpeg(exif({ main: [[0x010f, '某品牌']], place: [LATITUDE] }, 'II').subarray(0, 30)),
      ['unread'],
    ],
    'a block of no order': [inJpeg(Buffer.from('XX*\0\0\0\0\0')), ['unread']],
    'an endless folder': [inJpeg(Buffer.from('49492a0008000000ffff', 'hex')), ['unread']],
    'a press agency': [
      PHOTOS.jpg([0xed, named('Photoshop 3.0', Buffer.from('1c0250', 'hex'))]),
      ['person'],
    ],
    XMP: [PHOTOS.jpg([0xe1, named('http://ns.adobe.com/xap/1.0/', XMP)]), ['place', 'device']],
    'nothing at all': [PHOTOS.jpg(), []],
    'a mark after the frame': [ending('', here().subarray(2)), ['place']],
    'room before a mark': [ending('ffffff', here().subarray(2)), ['place']],
    'one byte astray before it': [ending('00', here().subarray(2)), ['unread']],
    'two bytes astray': [ending('0000', here().subarray(2)), ['unread']],
    'a mark without a length, and the end where it would have led': [
      ending('ff01', here().subarray(2), Buffer.alloc(0xffe1 - here().length + 2), END),
      ['unread'],
    ],
    'the beginning of the picture itself': [ending('ffda'), []],
    'no end': [ending(''), ['unread']],
    'an end within a mark': [ending('ffe1'), ['unread']],
    'an end within a segment': [ending('ffe10100'), ['unread']],
  } as const
  for (const [what, [content, expected]] of Object.entries(said)) {
    t.same(await put('照片.jpg', content), expected, what)
  }
  const block = exif({ place: [LATITUDE] }, 'MM')
  t.same(await put('a.png', PHOTOS.png(['eXIf', block])), ['place'])
  t.same(await put('a.png', PHOTOS.png(['iTXt', named('XML:com.adobe.xmp', XMP)])), [
    ...['place', 'device'],
  ])
  t.same(await put('a.png', PHOTOS.png(['tEXt', named('Author', Buffer.from('张三'))])), ['person'])
  t.same(await put('a.png', PHOTOS.png(['zTXt', named('Raw profile type exif', nothing)])), [
    'unread',
  ])
  t.same(await put('a.png', PHOTOS.png(['tIME', Buffer.from('07e60908020000', 'hex')])), ['time'])
  t.same(await put('a.png', PHOTOS.png()), [])
  t.same(await put('a.png', PHOTOS.png().subarray(0, -12)), ['unread'], 'without its end')
  t.same(await put('a.webp', PHOTOS.webp(['EXIF', block])), ['place'])
  t.same(await put('a.webp', PHOTOS.webp(['ICCP', Buffer.alloc(3)], ['XMP ', XMP])), [
    ...['place', 'device'],
  ])
  t.equal(await put('a.pdf', pdf('整改报告')), null, 'not looked for in what is no picture')
})
