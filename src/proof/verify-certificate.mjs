/**
 * 核对办结证明：node verify-certificate.mjs 证明.json 公钥.pem
 *
 * Checks a certificate offline, for anybody: who has this file, Node and the public key needs nothing else. Ends with 0
 * where the certificate is what was signed and its events hang together, with 1 and the reason where not.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

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
  return faultOfSignature(body, signature, publicKey) ?? faultOfContent(body)
}

function faultOfSignature(body, signature, publicKey) {
  const key = createPublicKey(publicKey)
  const id = sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16)
  if (key.asymmetricKeyType !== 'ed25519' || signature?.algorithm !== 'Ed25519') {
    return '签名算法不是 Ed25519'
  }
  if (signature.key_id !== id) return `由另一把密钥签名（${signature.key_id}，公钥是 ${id}）`
  const bytes = Buffer.from(String(signature.value), 'hex')
  const whole = bytes.toString('hex') === signature.value
  const genuine = whole && verifySignature(null, Buffer.from(canonical(body)), key, bytes)
  return genuine ? null : '签名不符：内容在签名之后被改动'
}

function faultOfContent(body) {
  return body.kind === 'finding' ? faultOfChain(body) : null
}

/** Every event is what was hashed, says what the certificate says of it, and hangs on the one before. */
function faultOfChain({ office, notice, finding, chain, events, ending, evidence }) {
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
  const said = new Map(events.map((event) => [event.seq, JSON.parse(event.canonical)]))
  const end = said.get(ending.seq)
  const same =
    end?.type === ending.type &&
    end.at === ending.at &&
    end.effective_at === ending.effective_at &&
    end.actor.person_id === ending.person_id &&
    end.actor.role === ending.role
  if (!same) return '办结一项与记录不符'
  const unnamed = evidence.find(({ seq, sha256: file }) => {
    return !said.get(seq)?.data.evidence?.includes(file)
  })
  return unnamed ? `材料 ${unnamed.sha256} 不在第${unnamed.seq}条记录中` : null
}

function faultOfEvent(hash, event, before, origin) {
  if (hash(event.canonical) !== event.hash) return '与其摘要不符'
  const said = JSON.parse(event.canonical)
  const foreign = Object.entries(origin).some(([name, value]) => said[name] !== value)
  const known = said.chain_version === 1 || said.chain_version === 2
  if (!known) return `的版本 ${said.chain_version} 不认识`
  if (foreign || said.seq !== event.seq || event.seq <= before.seq) return '不属于这里'
  // Where numbers are left out, events stand that whoever holds this certificate may not read.
  if (event.seq === before.seq + 1 && said.previous_hash !== before.hash)
    return '没有接在前一条之后'
  if (event.texts === null) return null
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
  const lines = kind === 'finding' ? aboutFinding(rest) : [`${rest.findings.length} 个问题均已办结`]
  return [title, ...lines, `证明出具于 ${issued_at}`]
}

function aboutFinding({ finding, ending, grounds, events, chain }) {
  const who = ending.person ?? ending.person_id ?? '系统'
  const left = chain.head.seq - events.length
  return [
    `问题${finding.number}：${finding.state === 'withdrawn' ? '已撤销' : '已销号'}`,
    `办结于 ${ending.effective_at}，办理人 ${who}（${ending.role}），依据第 ${grounds.join('、')} 条记录`,
    `${events.length} 条记录逐条相符${left > 0 ? `，另有 ${left} 条不对持证人公开` : ''}`,
  ]
}

function main([file, keyFile]) {
  if (!file || !keyFile) {
    console.error('用法：node verify-certificate.mjs 证明.json 公钥.pem')
    return 1
  }
  const text = readFileSync(file, 'utf8')
  const fault = faultIn(text, readFileSync(keyFile, 'utf8'))
  if (fault) console.log(`✗ ${fault}`)
  else console.log(`✓ 证明属实\n  ${summaryOf(text).join('\n  ')}`)
  return fault ? 1 : 0
}

if (realpathSync(argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  process.exitCode = main(argv.slice(2))
}
