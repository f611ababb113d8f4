import type { Bytes } from './bytes.js'
import { saidInExif } from './exif.js'
import { BLOCKS, type PictureBlock } from './picture-blocks.js'
import type { Said } from './said.js'

const ORDER: readonly Said[] = ['place', 'time', 'device', 'person', 'unread']

/** Names of properties, in XMP as in the keywords of a PNG. */
const NAMES: Readonly<Record<Exclude<Said, 'unread'>, RegExp>> = {
  place:
    /exif:GPS(Dest)?(Latitude|Longitude)|photoshop:(City|State|Country)|Location(Created|Shown)/,
  time: /exif:DateTime(Original|Digitized)|xmp:CreateDate|photoshop:DateCreated|^Creation Time$/,
  device: /tiff:(Make|Model)|aux:(SerialNumber|Lens)|exifEX:(Body|Lens)SerialNumber|^Source$/,
  person:
    /(dc:creator|exifEX:CameraOwnerName|xmpRights:Owner|PersonInImage|mwg-rs:Regions|MPReg:)|^(Author|Copyright)$/,
}

/** Marks of the older form of a press agency's notes. */
const IPTC: readonly [string, Said][] = [
  ...(['50', '55', '6e', '74'].map((mark) => [mark, 'person']) as [string, Said][]),
  ...(['5a', '5c', '5f', '65'].map((mark) => [mark, 'place']) as [string, Said][]),
  ['37', 'time'],
]

/**
 * What a picture says of where, when, with what and by whom it was taken: kinds, never values. Null where its type is
 * not looked into. The file stays as it came, for its hash is what was sealed.
 */
export async function metadataOf(type: string, bytes: Bytes): Promise<readonly Said[] | null> {
  const blocks = BLOCKS[type]
  if (!blocks) return null
  const said = new Set<Said>()
  for await (const block of blocks(bytes)) for (const one of saidIn(block)) said.add(one)
  return ORDER.filter((one) => said.has(one))
}

function saidIn({ is, data }: PictureBlock): Iterable<Said> {
  switch (is) {
    case 'exif':
      return readable(data)
    case 'xmp':
    case 'name':
      return named(data.toString('utf8'))
    case 'iptc':
      return IPTC.flatMap(([mark, what]) =>
        data.includes(Buffer.from(`1c02${mark}`, 'hex')) ? [what] : [],
      )
    case 'time':
    case 'unread':
      return [is]
  }
}

function named(text: string): Said[] {
  return ORDER.filter((one) => one !== 'unread' && NAMES[one].test(text))
}

/** What is not made as it should be may still be read by somebody else. */
function readable(data: Buffer): Iterable<Said> {
  try {
    return saidInExif(data)
  } catch (error) {
    if (error instanceof RangeError) return ['unread']
    throw error
  }
}
