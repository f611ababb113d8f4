import { findIndicator } from '../catalogue.js'
import { PROBLEM_CHARACTERS } from '../finding-line.js'
import type { AssetMatch, NamedAsset } from '../matching/match-assets.js'
import type { Match } from '../matching/match-names.js'
import type { NoticeReading, ReadFinding } from '../reading/reading.js'
import type { ReadLine } from './reread.js'

/** How names are looked up in the register. */
export interface Register {
  unitNamed: (name: string) => Match
  assetNamed: (asset: NamedAsset) => AssetMatch
}

/** As long as these texts may be in a draft, in characters. */
const LONGEST = { category: 100, place: 500, problem: PROBLEM_CHARACTERS, sentence: 4_000 }

/**
 * The lines of a draft that a reading gives: of names only what the register knows for certain, of severities the catalogue's, to be
 * confirmed. Whoever is not named, or all, is nobody's line.
 */
export function linesOfReading(reading: NoticeReading, register: Register): ReadLine[] {
  const general =
    reading.deadlines.find(({ kind, date }) => kind === 'feedback' && date !== null)?.date ?? null
  return reading.findings.map((finding) => {
    const { unit, asset, platform, indicator, deadline } = finding
    const unit_id = unit === null ? null : register.unitNamed(unit).id
    const known = asset !== null && (unit === null || unit_id !== null)
    const own = deadline !== null && deadline !== general
    return {
      unit_id,
      asset_id: known ? register.assetNamed({ name: asset, unit_id, platform }).id : null,
      indicator_id: indicator,
      severity: finding.severity ?? 'deduction',
      category: cut(categoryOf(finding), LONGEST.category),
      problem: cut(finding.problem, LONGEST.problem),
      sentence: cut(finding.sentence, LONGEST.sentence),
      ...{ sentence_start: finding.start, sentence_end: finding.end },
      medium: finding.medium,
      place: asset === null ? null : cut(asset, LONGEST.place),
      own_due: own ? { date: deadline, time: null } : null,
      dispatch: finding.scope === 'all-units' ? 'none' : 'unit',
    }
  })
}

/** The notice's own word, else the catalogue's. */
function categoryOf({ category, indicator }: ReadFinding): string {
  if (category?.trim()) return category
  return (indicator !== null && findIndicator(indicator)?.section) || '其他问题'
}

function cut(text: string, most: number): string {
  return Array.from(text.trim()).slice(0, most).join('')
}
