import type { LineFault } from '../../proof/read-heads.js'
import { FAULT_LABELS, type RecordFault } from './fault.js'
import type { HeadsProgress, Progress } from './progress.js'

const LINE_FAULTS: Readonly<Record<Exclude<LineFault, 'torn'>, string>> = {
  forged: '签名不符',
  unlinked: '没有接在前一行之后',
}

/** The worker signs once an hour: after two of them something is wrong with it. */
const STALE_MS = 2 * 3_600_000

/** Whether everything is as it was recorded and signed. Heads that say nothing are no proof of that. */
export function isUntouched({ faults, heads }: Progress): boolean {
  return faults.count === 0 && heads.bad.length === 0 && !saysNothing(heads)
}

/** Whether a file was asked for that holds not one genuine line of a round that was finished. */
function saysNothing({ read, place }: HeadsProgress): boolean {
  return read && (place.last?.as_of ?? null) === null
}

/** Whether the last line is too old for a worker that still signs, or of a time yet to come. */
export function isStale({ read, place: { last } }: HeadsProgress, now: number): boolean {
  const age = last ? now - Date.parse(last.at) : 0
  return read && (age > STALE_MS || age < -STALE_MS)
}

/** The verdict as lines for people. */
export function told(
  progress: Progress,
  how: { seconds: number; speed: number; offices: ReadonlyMap<string, string>; now?: number },
): string[] {
  const { findings, events, erased, faults, heads } = progress
  const { seconds, speed, offices, now = Date.now() } = how
  const walked = `核对了 ${findings} 个问题的 ${events} 条记录（${seconds.toFixed(1)} 秒，每秒 ${speed} 条）`
  const signed = heads.read ? [...tellHeads(heads), ...warnings(heads, now)] : []
  const gone = erased > 0 ? [`其中 ${erased} 条的文字已清除。`] : []
  const lines = heads.bad.map(({ line, fault }) => `✗ 链头文件第${line}行${LINE_FAULTS[fault]}`)
  const named = faults.named.map((fault) => `✗ ${wordsOf(fault, offices)}`)
  const more = faults.count - faults.named.length
  const rest = more > 0 ? [`✗ 另有 ${more} 处，未逐一列出`] : []
  const verdict = isUntouched(progress) ? `✓ ${walked}，没有改动。` : `${walked}。`
  return [...named, ...rest, ...lines, ...signed, ...gone, verdict]
}

function warnings(heads: HeadsProgress, now: number): string[] {
  if (saysNothing(heads)) return ['✗ 链头文件中没有一轮签完的链头：什么也没有核对。']
  return isStale(heads, now)
    ? ['⚠ 最后一行的时间距今超过两小时：工作进程可能已停止签名，或时钟不准。']
    : []
}

function tellHeads({ lines, heads, torn, place }: HeadsProgress): string[] {
  const last = place.last ? `最后一行写于 ${place.last.at}` : '没有一行完整'
  const half = torn > 0 ? `；${torn} 行写到一半即中断，未计入` : ''
  return [`链头文件：${lines} 行，${heads} 个链头，${last}${half}。`]
}

/** One fault in words: whose, which finding, which event, and what. */
export function wordsOf(fault: RecordFault, offices: ReadonlyMap<string, string>): string {
  const { office_id, notice_id, finding_id, number, seq } = fault
  const office = offices.get(office_id) ?? office_id
  const which = number === null ? '问题' : `问题${number}`
  const where = notice_id === null ? finding_id : `${finding_id}，通报 ${notice_id}`
  return `${office} ${which}（${where}）：第${seq}条记录${FAULT_LABELS[fault.fault]}`
}
