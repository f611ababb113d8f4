import type { ChainFaultKind } from '../../domain/chain-fault.js'

/** What may be wrong with a finding's record: its chain, what it says beside it, or what was signed of it before. */
export type FaultKind =
  | ChainFaultKind
  | 'salt_left'
  | 'erased_unsaid'
  | 'gone'
  | 'rewritten'
  | 'unsigned'

/** The first thing wrong with one finding. */
export interface RecordFault {
  office_id: string
  /** Null where the finding itself is gone and nothing says what it was. */
  notice_id: string | null
  finding_id: string
  number: number | null
  seq: number
  fault: FaultKind
}

export const FAULT_LABELS: Readonly<Record<FaultKind, string>> = {
  changed: '内容被改动',
  dropped: '缺失',
  swapped: '次序被调换',
  inserted: '是插入的',
  cut_off: '及其后的记录被截去',
  salt_left: '的文字已清除，盐值未清除',
  erased_unsaid: '的文字被清除，此后的记录中没有清除的登记',
  gone: '及全部记录随问题被删除',
  unsigned: '的时间在链头签名之前，却不在其内：事后补入',
  rewritten: '或此前的记录被重写，与已签名的链头不符',
}

/** What was found so far; of many faults only the first are named. */
export interface Faults {
  count: number
  named: readonly RecordFault[]
}
export const NO_FAULTS: Faults = { count: 0, named: [] }
/** How many of each kind are told one by one. */
export const NAMED_FAULTS = 100

/** The faults with some more of them. */
export function withFaults({ count, named }: Faults, more: readonly RecordFault[]): Faults {
  return { count: count + more.length, named: [...named, ...more].slice(0, NAMED_FAULTS) }
}
