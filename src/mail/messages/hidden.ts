import { HANDLING_LABELS } from '../../domain/labels.js'
import { alert, type Block, item, paragraph } from '../blocks.js'
import type { FindingFacts } from './facts.js'
import { day, reference } from './words.js'

/** A list parted by what may be said: all of the normal ones, next to nothing of the others. */
export interface Split<T> {
  /** Urgent first, then by number. */
  shown: readonly T[]
  hidden: readonly FindingFacts[]
}

/** Parts a list by the handling of the finding each entry concerns. */
export function split<T>(entries: readonly T[], of: (entry: T) => FindingFacts): Split<T> {
  const shown = entries
    .filter((entry) => of(entry).handling === 'normal')
    .toSorted((a, b) => rank(of(a)) - rank(of(b)) || of(a).number - of(b).number)
  const hidden = entries.map(of).filter((finding) => finding.handling !== 'normal')
  return { shown, hidden }
}

/** `split` for bare findings. */
export function splitFindings(findings: readonly FindingFacts[]): Split<FindingFacts> {
  return split(findings, (finding) => finding)
}

/**
 * What may be said of sensitive and offline findings, each once: of the sensitive only how many
 * wait, of the offline number, unit, date and the channel (lifecycle.md, handling).
 */
export function hiddenBlocks(findings: readonly FindingFacts[]): readonly Block[] {
  const once = [...new Map(findings.map((finding) => [finding.id, finding])).values()]
  const sensitive = once.filter((finding) => finding.handling === 'sensitive')
  const offline = once.filter((finding) => finding.handling === 'offline')
  const urgent = sensitive.filter((finding) => finding.urgent).length
  return [
    ...(urgent > 0 ? [alert(`有${urgent}项紧急敏感事项待办，请立即登录系统查看处理。`)] : []),
    ...(sensitive.length > urgent
      ? [paragraph(`有${sensitive.length - urgent}项敏感事项待办，请登录系统查看处理。`)]
      : []),
    ...offline.map((finding) => item(offlineWords(finding), [])),
  ]
}

/** The words a subject may use for them; empty when there are none. */
export function hiddenSubject(findings: readonly FindingFacts[]): readonly string[] {
  const ids = (handling: FindingFacts['handling']) =>
    new Set(findings.filter((f) => f.handling === handling).map((f) => f.id)).size
  return [
    ...(ids('sensitive') > 0 ? [`敏感事项${ids('sensitive')}项`] : []),
    ...(ids('offline') > 0 ? [`线下处置${ids('offline')}项`] : []),
  ]
}

function offlineWords(finding: FindingFacts): string {
  const date = finding.due === null ? [] : [day(finding.due.date)]
  return [reference(finding), finding.unit_name, ...date, HANDLING_LABELS.offline].join(' ')
}

function rank(finding: FindingFacts): number {
  return finding.urgent ? 0 : 1
}
