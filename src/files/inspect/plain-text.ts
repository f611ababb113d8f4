import { EvidenceError } from '../evidence-error.js'
import { areTextBytes } from '../magic.js'
import { createMarkFinder } from './marks.js'
import { secret } from './markup-marks.js'

/** Reads a text to its end, which may be a table: no control byte anywhere in it, and no mark of secrecy. */
export function createTextCheck(isTable: boolean) {
  // Both at once: which of the two it was written in shows only at the end.
  const readings = ['utf-8', 'gb18030'].map((encoding) => ({
    decoder: new TextDecoder(encoding),
    finder: createMarkFinder(),
  }))

  function read(text: string, finder: ReturnType<typeof createMarkFinder>): void {
    const [first = '', ...more] = text.split(/[\r\n]/)
    finder.text(first)
    for (const line of more) {
      finder.endLine(isTable)
      finder.text(line)
    }
  }

  return {
    take(chunk: Buffer): void {
      if (!areTextBytes(chunk)) {
        throw new EvidenceError('TYPE_NOT_ALLOWED', 'a text with bytes that are none')
      }
      for (const { decoder, finder } of readings)
        read(decoder.decode(chunk, { stream: true }), finder)
    },
    end(): void {
      if (readings.some(({ finder }) => finder.end(isTable))) throw secret()
    },
  }
}
