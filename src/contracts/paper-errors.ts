import type { PaperCode } from '../domain/reading/unread.js'
import { type ErrorEntry, entry } from './error-words.js'

/** Why the file of a notice is not read, and what its sender can do instead. */
export const PAPER_ERRORS: Readonly<Record<PaperCode, ErrorEntry>> = {
  OLD_FORMAT: entry(
    422,
    [
      '不读取旧版文档格式',
      '不读取 .doc、.wps、.xls、.et 和 .rtf 文件：请用 WPS 或 Office 打开，另存为 .docx 或 .xlsx 后重试，或全选复制文字后粘贴。',
    ],
    ['Old format', 'Old documents of Office and WPS are not read; save it as .docx or .xlsx.'],
  ),
  OFD_FORMAT: entry(
    422,
    [
      '不读取 OFD 文件',
      '不读取 .ofd 文件：请用 OFD 阅读器打开，全选复制文字后粘贴，或转换为带文字的 PDF 后重试。',
    ],
    ['OFD', 'OFD is not read; copy its text, or convert it into a PDF with text.'],
  ),
  UNKNOWN_FORMAT: entry(
    422,
    [
      '不读取该格式',
      '只读取 .docx、.xlsx、.csv、.txt 和带文字的 PDF：请在原程序中另存为其中一种后重试，或全选复制文字后粘贴；压缩包请先解压。',
    ],
    ['Unknown format', 'Only .docx, .xlsx, .csv, .txt and PDF with text are read.'],
  ),
  FILE_WITHOUT_TEXT: entry(
    422,
    [
      '图片和扫描件中没有文字',
      '图片、截图和扫描件中没有文字：请先做文字识别（OCR）并核对，或向发文单位索取电子文本后重试。',
    ],
    ['No text', 'Pictures and scans hold no text; recognise it first, or ask for the text.'],
  ),
  FILE_ENCRYPTED: entry(
    422,
    [
      '文件有密码',
      '文件设有打开密码：请在原程序中打开，取消密码后另存一份再试；涉密文件不得上传。',
    ],
    ['Encrypted', 'The file has a password; save it without.'],
  ),
  FILE_DAMAGED: entry(
    422,
    [
      '文件已损坏',
      '文件已损坏，或文字编码认不出来：请在原程序中打开后另存一份再试；文本文件请另存为 UTF-8 编码。',
    ],
    ['Damaged', 'The file is damaged or in no known encoding; save it anew.'],
  ),
  TEXT_TOO_LONG: entry(
    422,
    [
      '内容过多',
      '文件或其中的文字过多：一份通报最多十万字，文件最大 8 MB，表格最多两万行。请只留通报的文字，图片和无关的工作表删去后重试。',
    ],
    ['Too long', 'A notice has 100,000 characters, 8 MB and 20,000 rows at most.'],
  ),
  READING_TOO_SLOW: entry(
    422,
    [
      '识读超时',
      '未能在规定时间内读完：文件或文字的结构异常。请分成几段，或全选复制文字、粘贴为纯文本后重试。',
    ],
    ['Reading took too long', 'It could not be read in time; send it in parts or as plain text.'],
  ),
}
