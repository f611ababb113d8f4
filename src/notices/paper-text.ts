import { extname } from 'node:path'

/** The text of a paper, or why it has none and what its reader can do instead, in Chinese. */
export type PaperText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string }

/** The most bytes a notice may have: some thousand pages. */
export const LARGEST_PAPER = 8 * 1024 * 1024

const COPY = '请在原程序中打开，全选复制文字，粘贴到 .txt 文件后重试'
const SHOT =
  '图片和扫描件中没有文字：请先做文字识别（OCR）并核对，或向发文单位索取电子文本，存为 .txt 后重试'

/** What files begin with, and what to do about them. */
const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], `暂不读取 PDF：${COPY}；扫描的 PDF 没有文字，须先做文字识别（OCR）`],
  [[0xd0, 0xcf, 0x11, 0xe0], `不读取 .doc、.wps、.xls、.et：${COPY}`],
  [[0x50, 0x4b, 0x03, 0x04], `暂不读取 .docx、.xlsx、.ofd 和压缩包：${COPY}`],
  [[0x89, 0x50, 0x4e, 0x47], SHOT],
  [[0xff, 0xd8, 0xff], SHOT],
  [[0x47, 0x49, 0x46, 0x38], SHOT],
  [[0x49, 0x49, 0x2a, 0x00], SHOT],
  [[0x4d, 0x4d, 0x00, 0x2a], SHOT],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], `不读取 .rtf：${COPY}`],
]

/** Extensions that promise no text, for files whose first bytes say nothing. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['.doc', '.wps', '.xls', '.et', '.docx', '.xlsx', '.ofd', '.pdf', '.rtf', '.zip', '.rar'].map(
      (name) => [name, `不读取 ${name} 文件：${COPY}`],
    ),
  ),
  ...Object.fromEntries(
    ['.png', '.jpg', '.jpeg', '.gif', '.bmp', '.tif', '.tiff', '.webp', '.heic'].map((name) => [
      name,
      SHOT,
    ]),
  ),
}

/** The text in the bytes of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB 18030. */
export function textOfPaper(bytes: Uint8Array, name = ''): PaperText {
  if (bytes.length > LARGEST_PAPER)
    return refused(`文件超过 ${LARGEST_PAPER / 1024 / 1024} MB：请只留通报的文字`)
  const magic = MAGIC.find(([first]) => first.every((byte, at) => bytes[at] === byte))
  if (magic) return refused(magic[1])
  const extension = EXTENSIONS[extname(name).toLowerCase()]
  if (extension) return refused(extension)
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be')
  if (bytes.includes(0)) return refused(`文件里没有可读的文字：${COPY}`)
  const text = decoded(bytes, 'utf-8')
  return text.ok ? text : decoded(bytes, 'gb18030')
}

function decoded(bytes: Uint8Array, encoding: string): PaperText {
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return refused(`文字编码认不出来：请用记事本打开，另存为 UTF-8 编码的 .txt 后重试`)
  }
}

function refused(why: string): PaperText {
  return { ok: false, why }
}
