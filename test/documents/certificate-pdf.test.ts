import { resolve } from 'node:path'
import t from 'tap'
import { certificatePdf } from '../../src/documents/certificate-pdf.js'
import { sealPdf } from '../../src/documents/seal.js'
import { hashOf, ofFinding, ofNotice, SIGNER } from './certificates.js'
import { readPdf } from './pdf.js'

const setOf = (certificate: object) => certificatePdf(JSON.stringify(certificate), SIGNER)

/** The script as a module. */
const script = (await import(resolve('src/proof/verify-certificate.mjs'))) as {
  certificateIn: (bytes: Buffer, key: string) => { text?: string; fault?: string }
  faultIn: (text: string, key: string) => string | null
}

t.test('S52 a finding’s pages say what its certificate says, and it travels along', async (t) => {
  const certificate = ofFinding()
  const { text, files } = await readPdf(await setOf(certificate))
  t.match(text, '出具单位海州市电子政务办公室')
  t.match(text, '通报《关于检查情况的通报》海政办〔2022〕17号')
  t.match(text, '责任单位海州市民政局')
  t.match(text, '问题内容栏目没有更新')
  t.match(text, '核实2022年9月5日09:00初核通过李经办（经办人）')
  t.match(text, '办结2022年9月5日09:00复核销号王复核（复核人）')
  t.match(text, '整改结果已整改完成日期2022年9月2日佐证材料0份原因无人维护整改措施已更新')
  t.match(text, `链头第3条${hashOf(3)}（SHA-256）`)
  t.match(text, `密钥编号${certificate.signature.key_id}`)
  t.match(text, '第1页，共1页')
  t.notMatch(text, /演练|注意/)
  t.strictSame(files, [{ name: 'certificate.json', text: JSON.stringify(certificate) }])
})

t.test('S52 the same certificate gives the same bytes', async (t) => {
  const [one, two] = await Promise.all([setOf(ofFinding()), setOf(ofFinding())])
  t.ok(one.equals(two))
  const other = await setOf(ofFinding({ measures: '未更新' }))
  t.notOk(one.equals(other))
})

t.test('what must not be overlooked stands there', async (t) => {
  const noted = { rehearsal: true, seen_again: true, revoked: true }
  const { text } = await readPdf(await setOf(ofFinding(noted)))
  t.match(text, '演练：仅供练习，不证明任何真实事项')
  t.match(text, '注意：销号后回头看又发现该问题，尚未处理')
  t.match(text, '注意：销号后通报已撤销')
})

t.test('S54 words that are gone are shown as gone', async (t) => {
  const events = ofFinding().events.map((one) => ({ ...one, texts: null }))
  const erased = await readPdf(await setOf(ofFinding({ events, finding: { problem: '' } })))
  t.match(erased.text, /问题内容（原文已清除）.*初核通过.*文字（原文已清除）/)
  t.notMatch(erased.text, '无人维护')
  const finding = { handling: 'offline', category: '', problem: '线下保密渠道处置' } as const
  const offline = await readPdf(await setOf(ofFinding({ events, finding })))
  t.match(offline.text, '问题内容线下保密渠道处置')
  t.match(offline.text, '文字（线下保密渠道处置，原文不在此列）')
})

t.test(
  'rare characters are drawn, or told by number; nothing turns or hides letters',
  async (t) => {
    const measures = '㐂䶮𬭎路、𠮷田、👍、\u202e反\u200b转\u0007、①㎡…〇'
    const pdf = await setOf(ofFinding({ measures }))
    const { text, files } = await readPdf(pdf)
    t.match(text, '㐂䶮𬭎路、〔U+20BB7〕田、〔U+1F44D〕、反转、①㎡…〇')
    t.match(files[0]?.text, '𠮷田', 'the certificate keeps what was written')
    t.equal(script.certificateIn(pdf, SIGNER.public_key).text, files[0]?.text)
    await t.resolves(
      setOf(ofFinding({ measures: '\ud800半个' })),
      'half a character breaks nothing',
    )
  },
)

t.test('long words go on over the pages, whole', async (t) => {
  const lines = Array.from({ length: 200 }, (_, index) => `（${index}）逐栏自查并整改到位。`)
  const { pages, text } = await readPdf(await setOf(ofFinding({ measures: lines.join('\n') })))
  t.ok(pages.length > 4, `${pages.length} pages`)
  const bare = pages.map((page) => page.replace(/海州市电子政务办公室办结证明.*页$/, '')).join('')
  t.match(bare, lines.join(''))
  t.match(text, `第${pages.length}页，共${pages.length}页`)
  const unbroken = await readPdf(await setOf(ofFinding({ measures: 'x'.repeat(9_000) })))
  t.equal(unbroken.text.split('x').length - 1, 9_000)
})

t.test('S52 a notice of 200 findings, all of them on its pages', async (t) => {
  const certificate = ofNotice(200)
  const pdf = await setOf(certificate)
  const { pages, text, files } = await readPdf(pdf)
  t.ok(pages.length > 10, `${pages.length} pages`)
  const missing = certificate.findings.filter(
    ({ number, unit, head }) =>
      !text.includes(`${number}${unit}已销号2022年9月5日09:00第3条${head.hash}`),
  )
  t.strictSame(missing, [])
  const headed = pages.filter((page) => page.includes('问题责任单位办理结果销号时间链头'))
  t.ok(headed.length >= pages.length - 1, 'the heading of the table stands on its pages')
  t.match(text, '通报的200个问题均已办结')
  const told = script.certificateIn(pdf, SIGNER.public_key)
  t.equal(told.text, files[0]?.text)
  t.equal(script.faultIn(told.text ?? '', SIGNER.public_key), null)
})

t.test('a document in which its certificate does not stand is not signed', async (t) => {
  const pdf = await setOf(ofFinding())
  t.throws(() => sealPdf(pdf, Buffer.from('another'), SIGNER), /does not stand in its document/)
})
