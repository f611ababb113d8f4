/** A level of secrecy followed by its star, as it stands on a paper's first page: 机密★10年. */
const STARRED = /(?:绝密|机密|秘密)[★☆]/
/** A line that says nothing but its level, or is the field for it. */
const ALONE = /^(?:密级[:：]?)?[【[（(]?(?:绝密|机密|秘密)[】\])）]?$/
/** The same in a table, where a cell that is only a level names one among others: 密级 has to stand with it. */
const FIELD = /^密级[:：]?[【[（(]?(?:绝密|机密|秘密)[】\])）]?$/
/** In a name, which is short: 机密 and 绝密 wherever they are no part of another word. */
const IN_NAME = /绝密|(?<!商业)机密(?!性)|(?:^|[^\p{Script=Han}])秘密(?:[^\p{Script=Han}]|$)/u

const LEVELS = ['绝密', '机密', '秘密']
/** Enough of what came before to see a mark over the seam. */
const SEAM = 4

/** Whether a file's name says that it is secret. */
export function isMarkedName(name: string): boolean {
  const plain = name.replace(/\s+/gu, '')
  return STARRED.test(plain) || IN_NAME.test(plain)
}

/**
 * Looks for marks of secrecy in readable text that comes piece by piece. A bare word in running text is none: findings
 * are about leaks, and say 机密信息 without being secret.
 */
export function createMarkFinder() {
  let found = false
  let line = ''
  let overflowed = false
  let seam = ''

  function endLine(inTable = false): void {
    if (!overflowed && (inTable ? FIELD : ALONE).test(line)) found = true
    line = ''
    overflowed = false
  }

  return {
    /** Text without ends of lines; whitespace means nothing, marks are set with wide gaps. */
    text(piece: string): void {
      const plain = piece.replace(/\s+/gu, '')
      if (plain === '') return
      const joined = seam + plain
      if (STARRED.test(joined)) found = true
      seam = joined.slice(-SEAM)
      if (line.length + plain.length > 20) overflowed = true
      else line += plain
    },
    /** A line ends here, or a cell. */
    endLine,
    /** Whether a mark was found, the last line included. */
    end(inTable = false): boolean {
      endLine(inTable)
      return found
    },
  }
}

/** A text as the bytes by which a file that is no text may hold it. */
function formsOf(text: string): readonly Buffer[] {
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  // The title of a PDF is big-endian, in digits or with octal escapes.
  const digits = big.toString('hex')
  const written = [text, digits, digits.toUpperCase(), escaped(big)]
  return [little, big, ...written.map((form) => Buffer.from(form))]
}

function escaped(bytes: Buffer): string {
  const octal = (byte: number) => `\\${byte.toString(8).padStart(3, '0')}`
  const plain = (byte: number) => byte > 0x20 && byte < 0x7f
  return [...bytes].map((byte) => (plain(byte) ? String.fromCharCode(byte) : octal(byte))).join('')
}

/** What all starred marks end with is looked for, and only where it stands which of them it is. */
const ENDINGS = formsOf('密★')
const MARKS = LEVELS.map((level) => formsOf(`${level}★`))
const LONGEST = Math.max(...MARKS.flat().map((mark) => mark.length))

function holdsMark(bytes: Buffer): boolean {
  return ENDINGS.some((ending, form) => {
    for (let at = bytes.indexOf(ending); at !== -1; at = bytes.indexOf(ending, at + 1)) {
      const before = bytes.subarray(Math.max(0, at + ending.length - LONGEST), at + ending.length)
      if (MARKS.some((forms) => endsWith(before, forms[form]))) return true
    }
    return false
  })
}

function endsWith(bytes: Buffer, mark: Buffer | undefined): boolean {
  return mark !== undefined && bytes.subarray(-mark.length).equals(mark)
}

/** Looks for starred marks in bytes of which only some are text, such as a PDF's or an old Office file's. */
export function createByteMarkFinder() {
  let found = false
  let seam: Buffer = Buffer.alloc(0)
  return {
    take(chunk: Buffer): void {
      if (found) return
      found = holdsMark(Buffer.concat([seam, chunk.subarray(0, LONGEST)])) || holdsMark(chunk)
      seam = Buffer.from(chunk.subarray(-LONGEST + 1))
    },
    end: () => found,
  }
}
