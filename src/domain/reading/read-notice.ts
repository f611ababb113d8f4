import { findIndicator } from '../catalogue.js'
import type { LocalDate } from '../instant.js'
import { readPhrases } from '../phrases/read-phrases.js'
import { addresseesOf } from './addressees.js'
import { crossChecksOf } from './cross-checks.js'
import { deadlinesOf } from './deadlines-of-text.js'
import { documentOf } from './document.js'
import { doubtsOf, isSecret } from './doubts.js'
import { type Base, baseOf, deadlinesIn } from './find-deadlines.js'
import { findFindings } from './find-findings.js'
import { requirementsOf } from './find-requirements.js'
import type { FoundFinding } from './found-finding.js'
import { indicatorFor } from './indicators.js'
import { linesOf } from './lines.js'
import { mediumOf } from './media.js'
import { factsOf } from './notice-facts.js'
import { codePointsOf, plainSigns, squeezed } from './plain.js'
import type { NoticeReading, ReadFinding } from './reading.js'
import { statisticsOf } from './statistics-of-text.js'

/**
 * The draft of a ledger that a notice's text gives. Deterministic, never throws, knows no register and no clock. It
 * guesses no unit, no date and no finding: what it cannot tell it names among `needs` and `unresolved`.
 */
export function readNotice(text: string): NoticeReading {
  const plain = plainSigns(text)
  const lines = linesOf(plain)
  const facts = factsOf(plain, text, lines)
  const points = codePointsOf(text)
  const secret = isSecret(lines)
  if (secret) {
    const place = { start: points(secret.start), end: points(secret.end) }
    const why = '标有密级，未读取正文：涉密文件不得录入本系统'
    return {
      ...facts,
      ...EMPTY,
      unresolved: [{ ...place, text: text.slice(secret.start, secret.end), why }],
    }
  }
  const blocks = documentOf(plain)
  const base = baseOf(facts.issued_on, facts.period)
  // Rules and praise speak of faults in general.
  const rules =
    lines.filter(({ text }) => /^第[一二三四五六七八九十百]{1,4}条[\s:]/.test(text)).length > 1
  const silent = rules || /表扬|表彰/.test(facts.title ?? '')
  const found = silent ? [] : findFindings(plain, blocks, addresseesOf(plain, blocks), facts.title)
  const deadlines = deadlinesOf(plain, blocks, found, base)
  const general =
    deadlines.find(({ kind, date }) => kind === 'feedback' && date !== null)?.date ?? null
  const findings = found.map((one, index) =>
    findingOf(one, index + 1, text, plain, general, base, points),
  )
  return {
    ...facts,
    deadlines,
    self_inspection_required: blocks.some(
      (block) =>
        block.kind === 'text' &&
        /自查|举一反三/.test(block.line.text) &&
        !/^.{0,20}自查(?:情况|表)/.test(block.line.text),
    ),
    findings,
    statistics: statisticsOf(plain, blocks, found),
    requirements: requirementsOf(plain, blocks, base),
    unresolved: doubtsOf(text, plain, blocks, found, points),
    checks: crossChecksOf(
      plain,
      blocks,
      findings,
      new Set(found.map(({ place }) => place.start)),
      ({ start, end }) => ({
        ...{ text: text.slice(start, end), start: points(start), end: points(end) },
      }),
    ),
  }
}

const EMPTY = {
  deadlines: [],
  self_inspection_required: false,
  findings: [],
  statistics: [],
  requirements: [],
  checks: [],
}

function findingOf(
  { finding, place, section, category, deadline }: FoundFinding,
  n: number,
  text: string,
  plain: string,
  general: LocalDate | null,
  base: Base,
  points: (index: number) => number,
): ReadFinding {
  const { unit, objects, platform, problem, scope, needs } = finding
  const asset = objects.length > 0 ? objects.join('/') : null
  const words = squeezed(plain.slice(place.start, place.end))
  const around = section.path.map(({ title }) => title).join(' ')
  const medium = mediumOf({ asset, platform, problem, unit }, words, around)
  const indicator = indicatorFor(`${asset ?? ''} ${problem}`, medium)
  const doubt = needs.filter((need) => need !== 'incomplete-list').length
  return {
    ...{
      n,
      unit,
      units: unit === null ? [] : [unit],
      medium,
      asset,
      platform,
      category,
      problem,
      indicator,
    },
    severity: indicator === null ? null : (findIndicator(indicator)?.severity ?? null),
    deadline: dueIn(deadline, base) ?? general,
    scope,
    sentence: text.slice(place.start, place.end),
    ...{ start: points(place.start), end: points(place.end) },
    confidence: Math.max(0.3, 0.9 - doubt * 0.2 - (asset === null ? 0.05 : 0)),
    needs: asset === null && !needs.includes('object') ? [...needs, 'object'] : needs,
  }
}

/** The date in the cell of a row. */
function dueIn(cell: string | null, base: Base): LocalDate | null {
  if (cell === null) return null
  const named = readPhrases(cell).find(({ rule }) => rule === 'date')
  const [only] = named ? deadlinesIn(`${cell}整改`, base) : []
  return only?.date ?? deadlinesIn(`整改时限:${cell}`, base)[0]?.date ?? null
}
