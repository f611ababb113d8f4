import type { Said } from './said.js'

/** Where a block leads on to two others: what the camera notes, and where it was. */
const EXIF = 0x8769
const GPS = 0x8825

const MAIN_TAGS: Readonly<Record<number, Said>> = {
  271: 'device',
  272: 'device',
  306: 'time',
  315: 'person',
  33432: 'person',
  40093: 'person',
}
/** The maker's own notes are nobody else's to read, and hold at least the number of the device. */
const EXIF_TAGS: Readonly<Record<number, Said>> = {
  36867: 'time',
  36868: 'time',
  37500: 'device',
  42032: 'person',
  42033: 'device',
  42035: 'device',
  42036: 'device',
  42037: 'device',
}
const GPS_TAGS: Readonly<Record<number, Said>> = {
  2: 'place',
  4: 'place',
  7: 'time',
  20: 'place',
  22: 'place',
  28: 'place',
  29: 'time',
}
const TEXT = 2
const ENTRY = 12

/** What a block of EXIF says; its values are nobody's business here. Throws RangeError where it is not made like one. */
export function saidInExif(block: Buffer): Set<Said> {
  const order = block.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') throw new RangeError('of no order')
  const short = (at: number) => (order === 'II' ? block.readUInt16LE(at) : block.readUInt16BE(at))
  const long = (at: number) => (order === 'II' ? block.readUInt32LE(at) : block.readUInt32BE(at))
  const said = new Set<Said>()

  // Many cameras leave room for a name and nobody's name in it.
  const isBlank = (entry: number) => {
    const length = long(entry + 4)
    if (length === 0) return true
    if (short(entry + 2) !== TEXT) return false
    const from = length <= 4 ? entry + 8 : long(entry + 8)
    if (from + length > block.length) throw new RangeError('a text outside the block')
    return /^[\0 :0]*$/.test(block.toString('latin1', from, from + length))
  }
  const read = (
    folder: number,
    tags: Readonly<Record<number, Said>>,
    lead: (tag: number, to: number) => void,
  ) => {
    for (let left = short(folder), entry = folder + 2; left > 0; left -= 1, entry += ENTRY) {
      const tag = short(entry)
      lead(tag, long(entry + 8))
      const what = tags[tag]
      if (what && !isBlank(entry)) said.add(what)
    }
  }
  const nowhere = () => undefined
  read(long(4), MAIN_TAGS, (tag, to) => {
    if (tag === EXIF) read(to, EXIF_TAGS, nowhere)
    if (tag === GPS) read(to, GPS_TAGS, nowhere)
  })
  return said
}
