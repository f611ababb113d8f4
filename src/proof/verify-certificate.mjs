/**
 * 核对办结证明：node verify-certificate.mjs 证明.json或证明.pdf 公钥.pem（公钥文件可含历任公钥）
 *
 * Checks a certificate offline, for anybody: who has this file, Node and the public key needs nothing else. Ends with 0
 * where the certificate is what was signed and its events hang together, with 1 and the reason where not.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

/** Stands for somebody who is not named. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
const FORMAT = 'zhenggai-certificate-1'
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const sm3 = (text) => `sm3:${createHash('sm3').update(text).digest('hex')}`

/** JSON with keys in code-unit order and no spaces: one text for one value. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const PDF = '%PDF-'
/** The comment of a PDF that says where its certificate stands, and signs all bytes but itself: the last before its end. */
const SEAL =
  /\n(%(zhenggai-pdf-1 (\d+) (\d+)) ([0-9a-f]{16}) ([0-9a-f]{128})\n)startxref\n\d+\n%%EOF\n$/
/** Longer than that comment and what follows it. */
const SEAL_BYTES = 512

/**
 * The text of the certificate in a file: the file's own, or that attached to a PDF, where its pages are as they were
 * signed. Gives `{ text }` or `{ fault }`.
 */
export function certificateIn(bytes, publicKey) {
  if (!bytes.subarray(0, PDF.length).equals(Buffer.from(PDF))) return { text: bytes.toString() }
  const seal = SEAL.exec(bytes.subarray(-SEAL_BYTES).toString('latin1'))
  if (!seal) return { fault: '不是本系统出具的 PDF，或出具后另存过：请核对其中所附的证明' }
  const [ending, line, place, at, length, key_id, value] = seal
  const begins = bytes.length - ending.length + 1
  const rest = [bytes.subarray(0, begins), bytes.subarray(begins + line.length)]
  const signed = `${place} ${sha256(Buffer.concat(rest))}`
  const fault = faultOfSigned(signed, { algorithm: 'Ed25519', key_id, value }, publicKey)
  if (fault) return { fault: `PDF 的${fault}` }
  return { text: bytes.subarray(Number(at), Number(at) + Number(length)).toString() }
}

/** What is wrong with the text of a certificate, in words; null where nothing is. */
export function faultIn(text, publicKey) {
  let certificate
  try {
    certificate = JSON.parse(text)
  } catch {
    return '不是完整的 JSON'
  }
  const { signature, ...body } = certificate ?? {}
  if (body.format !== FORMAT) return `不是本格式的证明（${FORMAT}）`
  return faultOfSigned(canonical(body), signature, publicKey) ?? faultOfContent(body)
}

function faultOfSigned(text, signature, publicKey) {
  const keys = keysIn(publicKey)
  if (keys.size === 0) return '公钥文件中没有 Ed25519 公钥'
  if (signature?.algorithm !== 'Ed25519') return '签名算法不是 Ed25519'
  const key = keys.get(signature.key_id)
  if (!key) {
    return `由另一把密钥签名（${plain(signature.key_id)}，公钥是 ${[...keys.keys()].join('、')}）`
  }
  const bytes = Buffer.from(String(signature.value), 'hex')
  const whole = bytes.toString('hex') === signature.value
  const genuine = whole && verifySignature(null, Buffer.from(text), key, bytes)
  return genuine ? null : '签名不符：内容在签名之后被改动'
}

/** The Ed25519 keys of a file by their ids, former ones too; what is none is passed over. */
function keysIn(text) {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? []
  return new Map(
    blocks.flatMap((block) => {
      try {
        const key = createPublicKey(block)
        if (key.asymmetricKeyType !== 'ed25519') return []
        return [[sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16), key]]
      } catch {
        return []
      }
    }),
  )
}

/** Signed or not, what it says may hold what does something to a terminal, or turns its letters round. */
const plain = (text) => String(text ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')

function faultOfContent(body) {
  return body.kind === 'finding' ? faultOfChain(body) : null
}

/** Every event is what was hashed, says what the certificate says of it, and hangs on the one before. */
function faultOfChain(body) {
  const { office, notice, finding, chain, events } = body
  const origin = { office_id: office.id, notice_id: notice.id, finding_id: finding.id }
  const hash = chain.algorithm === 'sm3' ? sm3 : sha256
  const begins = hash(canonical({ chain_version: chain.version, ...origin }))
  if (begins !== chain.genesis) return '链的起点与办公室、通报、问题不符'
  let before = { seq: 0, hash: chain.genesis }
  for (const event of events) {
    const fault = faultOfEvent(hash, event, before, origin)
    if (fault) return `第${event.seq}条记录${fault}`
    before = event
  }
  if (before.seq !== chain.head.seq || before.hash !== chain.head.hash) return '末条记录与链头不符'
  return faultOfEnding(
    body,
    new Map(events.map(({ seq, canonical: text }) => [seq, JSON.parse(text)])),
  )
}

/** What the certificate says of the end is what its events say, and nothing after it takes it back. */
function faultOfEnding({ finding, revoked, verification, ending, grounds, evidence }, said) {
  if (!isSaid(ending, said)) return '办结一项与记录不符'
  const end = said.get(ending.seq)
  const states = { closed: 'closed', closed_unreported: 'closed', withdrawn: 'withdrawn' }
  if (states[end.type] !== finding.state) return '问题的状态与办结的记录不符'
  const later = [...said].filter(([seq]) => seq > ending.seq)
  const reopened = later.find(([, { type }]) => type === 'reopened')
  if (reopened) return `第${reopened[0]}条记录在办结之后重新列入台账`
  const marked = later.some(([, { type }]) => type === 'revoked')
  if (marked && !revoked) return '记录中通报已撤销，证明没有写明'
  const baseless = grounds.find((seq) => seq >= ending.seq || !said.has(seq))
  if (baseless !== undefined) return `依据的第${baseless}条记录不在证明中，或在办结之后`
  const verified =
    !verification || (grounds.includes(verification.seq) && isSaid(verification, said))
  if (!verified) return '核实一项与记录不符'
  const unnamed = evidence.find(({ seq, sha256: file }) => {
    return !said.get(seq)?.data.evidence?.includes(file)
  })
  return unnamed ? `材料 ${unnamed.sha256} 不在第${unnamed.seq}条记录中` : null
}

/** Whether something was done as its event says: what, when, by whom and as what. */
function isSaid({ seq, type, at, effective_at, person_id, role }, said) {
  const event = said.get(seq)
  return (
    event?.type === type &&
    event.at === at &&
    event.effective_at === effective_at &&
    event.actor.person_id === person_id &&
    event.actor.role === role
  )
}

function faultOfEvent(hash, event, before, origin) {
  // Where it is not said who of the office did something, the signature alone vouches for what is said.
  if (!event.masked && hash(event.canonical) !== event.hash) return '与其摘要不符'
  const said = JSON.parse(event.canonical)
  const foreign = Object.entries(origin).some(([name, value]) => said[name] !== value)
  const known = said.chain_version === 1 || said.chain_version === 2
  if (!known) return `的版本 ${plain(said.chain_version)} 不认识`
  if (foreign || said.seq !== event.seq || event.seq <= before.seq) return '不属于这里'
  // Where numbers are left out, events stand that whoever holds this certificate may not read.
  if (event.seq === before.seq + 1 && said.previous_hash !== before.hash)
    return '没有接在前一条之后'
  if (event.texts === null || event.masked) return null
  const digests = Object.entries(event.texts).map(([field, text]) => [
    field,
    hash(`${event.salt}\n${field}\n${text}`),
  ])
  return canonical(Object.fromEntries(digests)) === canonical(said.texts)
    ? null
    : '的文字与摘要不符'
}

/** What a certificate says, in a few lines. */
export function summaryOf(text) {
  const { kind, office, notice, rehearsal, issued_at, ...rest } = JSON.parse(text)
  const title = `${office.name}《${notice.title}》${notice.number ?? ''}${rehearsal ? '（演练）' : ''}`
  const lines = kind === 'finding' ? aboutFinding(rest) : aboutNotice(rest)
  return [title, ...lines, `证明出具于 ${issued_at}`].map(plain)
}

function aboutFinding(body) {
  const { finding, revoked, seen_again, verification, ending, grounds, events, chain } = body
  const left = chain.head.seq - events.length
  const unnamed = events.filter(({ masked }) => masked).length
  return [
    `问题${finding.number}：${finding.state === 'withdrawn' ? '已撤销' : '已销号'}`,
    // Certificates of before had neither.
    ...(finding.unit ? [`责任单位：${finding.unit}`] : []),
    ...(finding.problem ? [`问题内容：${finding.problem}`] : []),
    ...(seen_again ? ['注意：销号后回头看又发现该问题，尚未处理'] : []),
    ...(revoked ? ['注意：销号后通报已撤销'] : []),
    ...(verification ? [`核实于 ${actOf(verification)}`] : []),
    `办结于 ${actOf(ending)}，依据第 ${grounds.join('、')} 条记录`,
    `链头：第${chain.head.seq}条 ${chain.head.hash}`,
    `${events.length} 条记录逐条相符${left > 0 ? `，另有 ${left} 条不对持证人公开` : ''}`,
    ...(unnamed > 0 ? [`其中 ${unnamed} 条不公开办理人，内容以签名为凭`] : []),
  ]
}

const actOf = ({ effective_at, person, person_id, role }) =>
  `${effective_at}，办理人 ${person ?? (person_id === NOBODY ? '不公开' : (person_id ?? '系统'))}（${role}）`

function aboutNotice({ findings, scope }) {
  const again = findings.filter(({ seen_again }) => seen_again).map(({ number }) => number)
  const revoked = findings.filter((finding) => finding.revoked).map(({ number }) => number)
  return [
    scope.whole
      ? `通报的 ${findings.length} 个问题均已办结`
      : `仅就持证单位可查阅的 ${findings.length} 个问题：均已办结，不及通报的其他问题`,
    ...(scope.whole ? [] : [`所及单位：${scope.unit_ids.join('、')}`]),
    ...findings.map(
      ({ number, unit, state, closed_at, head }) =>
        `  ${number}　${unit ?? ''}　${state === 'withdrawn' ? '已撤销' : '已销号'} ${closed_at ?? ''}　${head.hash}`,
    ),
    ...(again.length > 0 ? [`注意：销号后回头看又发现、尚未处理的问题：${again.join('、')}`] : []),
    ...(revoked.length > 0 ? [`注意：销号后通报已撤销的问题：${revoked.join('、')}`] : []),
  ]
}

function main([file, keyFile]) {
  if (!file || !keyFile) {
    console.error('用法：node verify-certificate.mjs 证明.json或证明.pdf 公钥.pem')
    return 1
  }
  const [bytes, key] = [read(file), read(keyFile)]
  const unread = [bytes === null ? file : null, key === null ? keyFile : null].find(Boolean)
  const { text, fault = faultIn(text, key.toString()) } = unread
    ? { fault: `读不到 ${plain(unread)}` }
    : certificateIn(bytes, key.toString())
  if (fault) console.log(`✗ ${fault}`)
  else console.log(`✓ 证明属实\n  ${summaryOf(text).join('\n  ')}`)
  return fault ? 1 : 0
}

function read(path) {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

if (realpathSync(argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  process.exitCode = main(argv.slice(2))
}
