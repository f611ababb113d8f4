import type { LineFault } from '../../proof/read-heads.js'
import { FAULT_LABELS, type RecordFault } from './fault.js'
import type { Progress } from './progress.js'

const LINE_FAULTS: Readonly<Record<Exclude<LineFault, 'torn'>, string>> = {
  forged: '签名不符',
  unlinked: '没有接在前一行之后',
}

/** Whether everything is as it was recorded and signed. */
export function isUntouched({ faults, heads }: Progress): boolean {
  return faults.count === 0 && heads.bad.length === 0
}

/** The verdict as lines for people. */
export function told(
  progress: Progress,
  how: { seconds: number; speed: number; offices: ReadonlyMap<string, string> },
): string[] {
  const { findings, events, faults, heads } = progress
  const { seconds, speed, offices } = how
  const walked = `核对了 ${findings} 个问题的 ${events} 条记录（${seconds.toFixed(1)} 秒，每秒 ${speed} 条）`
  const signed = heads.lines > 0 ? [tellHeads(progress)] : []
  const lines = heads.bad.map(({ line, fault }) => `✗ 链头文件第${line}行${LINE_FAULTS[fault]}`)
  const named = faults.named.map((fault) => `✗ ${wordsOf(fault, offices)}`)
  const more = faults.count - faults.named.length
  const rest = more > 0 ? [`✗ 另有 ${more} 处，未逐一列出`] : []
  const verdict = isUntouched(progress) ? `✓ ${walked}，没有改动。` : `${walked}。`
  return [...named, ...rest, ...lines, ...signed, verdict]
}

function tellHeads({ heads: { lines, heads, torn, place } }: Progress): string {
  const last = place.last ? `最后一行写于 ${place.last.at}` : '没有一行完整'
  const half = torn > 0 ? `；${torn} 行写到一半即中断，未计入` : ''
  return `链头文件：${lines} 行，${heads} 个链头，${last}${half}。`
}

/** One fault in words: whose, which finding, which event, and what. */
export function wordsOf(fault: RecordFault, offices: ReadonlyMap<string, string>): string {
  const { office_id, notice_id, finding_id, number, seq } = fault
  const office = offices.get(office_id) ?? office_id
  const which = number === null ? '问题' : `问题${number}`
  const where = notice_id === null ? finding_id : `${finding_id}，通报 ${notice_id}`
  return `${office} ${which}（${where}）：第${seq}条记录${FAULT_LABELS[fault.fault]}`
}
