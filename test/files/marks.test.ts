import { Readable } from 'node:stream'
import t from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { isMarkedName } from '../../src/files/inspect/marks.js'
import { compound } from './compounds.js'
import { filesIn, pdf } from './samples.js'
import { contentTypes, docx, entry, ofd, zip } from './zips.js'

const wide = (text: string) => Buffer.from(text, 'utf16le')

t.test('a name that says secret is seen, and one that only speaks of secrets is not', async (t) => {
  const marked = [
    '机密★报告.docx',
    '绝密.pdf',
    '【秘密】通报.pdf',
    '秘密★1年 通报.ofd',
    '秘 密 ★.txt',
    '机密文件.doc',
  ]
  for (const name of marked) t.equal(isMarkedName(name), true, name)
  const plain = [
    '整改报告.docx',
    '机密性检查表.xlsx',
    '商业机密保护情况.docx',
    '个人秘密泄露处置.pdf',
    '保密承诺书.pdf',
  ]
  for (const name of plain) t.equal(isMarkedName(name), false, name)
})

t.test('a file marked as secret is refused before it is stored', async (t) => {
  const folder = t.testdir()
  const store = createEvidenceStore({ folder, max_bytes: 3_000_000 })
  const put = (name: string, bytes: Buffer) =>
    store.put(Readable.from([bytes]), { name, declared_type: '' })
  const sheet = (cell: string) =>
    zip([contentTypes('xlsx'), entry('xl/sharedStrings.xml', `<sst><si><t>${cell}</t></si></sst>`)])
  const cell = (text: string) =>
    docx([`</w:t></w:p><w:tc><w:tcPr/><w:p><w:t>${text}</w:t></w:p></w:tc><w:p><w:t>`])
  const slide = (text: string) =>
    zip([contentTypes('pptx'), entry('ppt/slides/slide1.xml', `<a:p><a:t>${text}</a:t></a:p>`)])
  const gb18030 = Buffer.from([0xbb, 0xfa, 0xc3, 0xdc, 0xa1, 0xef, 0x31, 0xc4, 0xea])
  const marked: Readonly<Record<string, readonly [string, Buffer]>> = {
    'its name': ['机密★1年.pdf', pdf()],
    'a text': ['a.txt', Buffer.from('整改说明\n机密★10年\n')],
    'a text with its level alone': ['a.txt', Buffer.from('  绝 密 \r\n说明')],
    'a text in GB18030': ['a.csv', gb18030],
    'a text, far behind': ['a.txt', Buffer.from(`${'整改'.repeat(400_000)}秘密★`)],
    Word: ['a.docx', docx(['通知', '秘密★1年'])],
    'Word, its level alone': ['a.docx', docx(['密级：机密', '通知'])],
    'Word, in pieces': [
      'a.docx',
      docx(['机</w:t></w:r><w:r><w:t xml:space="preserve"> 密</w:t></w:r><w:r><w:t>★']),
    ],
    'Word, in references': ['a.docx', docx(['&#26426;&#x5BC6;&#9733;1'])],
    'the head of a page': [
      'a.docx',
      docx([], [entry('word/header1.xml', '<w:p><w:t>绝密★</w:t></w:p>')]),
    ],
    Excel: ['a.xlsx', sheet('机密★')],
    PowerPoint: ['a.pptx', slide('机密')],
    OFD: ['a.ofd', ofd(['机', '密', '★', '5年'])],
    'a PDF': ['a.pdf', pdf('/Title (机密★1年)')],
    'the title of a PDF': ['a.pdf', Buffer.concat([pdf(), wide('秘密★').swap16(), pdf()])],
    'the title of a PDF in digits': ['a.pdf', pdf('/Title <FEFF673A5BC626050031>')],
    'the title of a PDF in escapes': ['a.pdf', pdf('/Title (\\376\\377g:[\\306&\\0051)')],
    'Excel, the field for it': ['a.xlsx', sheet('密级：机密')],
    'a table in Word': ['a.docx', cell('秘密★1年')],
    'behind a table in Word': ['a.docx', docx(['<w:tbl><w:tc></w:tc></w:tbl>', '机密'])],
    'old Word': ['a.doc', compound(['WordDocument'], wide('关于……的通报 绝密★'))],
  }
  for (const [where, [name, bytes]] of Object.entries(marked)) {
    await t.rejects(put(name, bytes), { code: 'SECRECY_MARKED' }, where)
  }
  t.strictSame(await filesIn(folder), [])
  const plain: Readonly<Record<string, Buffer>> = {
    'a.txt': Buffer.from('网站泄露机密信息，绝密\t文件\n秘密一词'),
    'a.docx': docx(['机密性、完整性、可用性', '涉及商业机密', '不含绝密内容']),
    'a.ofd': ofd(['保密承诺', '机密信息']),
    'a.pdf': pdf('机密'),
    'a.xlsx': sheet('机密'),
    'a.csv': Buffer.from('级别\n秘密\n机密'),
    'b.docx': cell('机密'),
  }
  for (const [name, bytes] of Object.entries(plain)) t.equal((await put(name, bytes)).name, name)
})
