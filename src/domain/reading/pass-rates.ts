import type { ReadFinding } from './reading.js'
import { OF_ANOTHER_TIME, type Said, type StatedCheck } from './stated.js'

/** What is inspected: sites with their channels, accounts, or units where the notice says neither. */
type Group = 'sites' | 'accounts' | 'units'

interface Figures {
  checked?: number
  passed?: number
  failed?: number
  /** In percent, with as many decimals as are written. */
  rate?: { percent: number; decimals: number }
  at: Said
}

/** Where figures of passing contradict each other, or more failed than the lines name. */
export function passRatesIn(
  said: readonly Said[],
  findings: readonly ReadFinding[],
): StatedCheck[] {
  const groups = figuresIn(said)
  return [...groups].flatMap(([group, figures]) => [
    ...contradiction(figures),
    ...failing(group, figures, findings),
  ])
}

function figuresIn(said: readonly Said[]): Map<Group, Figures> {
  const groups = new Map<Group, Figures>()
  let current: Group = 'units'
  let paragraph = -1
  for (const at of said) {
    if (at.paragraph !== paragraph) current = 'units'
    paragraph = at.paragraph
    for (const clause of at.text.split(/[,;、:。]/)) {
      if (OF_ANOTHER_TIME.test(clause) || /通报的|至少|以上|以下/.test(clause)) continue
      current = groupOf(clause) ?? current
      const known = groups.get(current)
      const figures = taken(clause, known)
      // The first sentence that says how many passed is where a person looks.
      if (figures)
        groups.set(current, {
          ...known,
          ...figures,
          at: known?.rate || known?.passed ? known.at : at,
        })
    }
  }
  return groups
}

function groupOf(clause: string): Group | null {
  if (/新媒体|账号|公众号|微博|抖音|客户端/.test(clause)) return 'accounts'
  return /网站|频道|子站|门户/.test(clause) ? 'sites' : null
}

const COUNT = /(\d+)(?:个|家)/

/** What a clause adds to what is known of its group; null where it says nothing of passing. */
function taken(clause: string, known: Figures | undefined): Partial<Figures> | null {
  const rate = /合格率[^\d,]{0,6}(\d+)(?:\.(\d+))?%/.exec(clause)
  if (rate) {
    const [, whole = '', part = ''] = rate
    const all = COUNT.exec(clause.slice(0, rate.index))?.[1]
    return {
      ...(all ? { checked: Number(all) } : {}),
      rate: { percent: Number(`${whole}.${part || '0'}`), decimals: part.length },
    }
  }
  const failed = /不合格[^\d]{0,10}(\d+)(?:个|家)|(\d+)(?:个|家)[^\d]{0,10}不合格/.exec(clause)
  if (failed) return { failed: Number(failed[1] ?? failed[2]) }
  const passed =
    /(?<!不)合格(?:的)?[^\d率]{0,8}(\d+)(?:个|家)|(\d+)(?:个|家)[^\d]{0,8}(?<!不)合格$/.exec(clause)
  if (passed) return { passed: Number(passed[1] ?? passed[2]) }
  const count = COUNT.exec(clause)?.[1]
  if (count === undefined || groupOf(clause) === null || /问题|错|备案|关停|新增|开设/.test(clause))
    return null
  const inspected = /查|监测|扫描|巡检/.test(clause)
  return inspected || known?.checked === undefined ? { checked: Number(count) } : null
}

/** 20 inspected, 18 passed and 95% do not agree. */
function contradiction({ checked, passed, failed, rate, at }: Figures): StatedCheck[] {
  const all =
    passed ?? (failed !== undefined && checked !== undefined ? checked - failed : undefined)
  if (!checked || all === undefined || !rate || all > checked) return []
  const counted = (all / checked) * 100
  const apart = Math.abs(counted - rate.percent)
  // As far as the figure was rounded, up or down.
  if (apart < 10 ** -rate.decimals) return []
  return [
    {
      ...{ kind: 'rate_inconsistent', lines: [], stated: rate.percent },
      ...{ counted: Number(counted.toFixed(rate.decimals + 1)), at },
    },
  ]
}

function failing(
  group: Group,
  { checked, passed, failed, rate, at }: Figures,
  findings: readonly ReadFinding[],
): StatedCheck[] {
  const left = checked !== undefined && passed !== undefined ? checked - passed : undefined
  const shared =
    checked !== undefined && rate ? Math.round(checked * (1 - rate.percent / 100)) : undefined
  const stated = failed ?? left ?? shared
  if (stated === undefined) return []
  const named = namedIn(group, findings)
  const counted = named.size
  // One that passed may have its faults too: only too few of them say that somebody is left out.
  if (counted >= stated) return []
  return [{ kind: 'failed_unnamed', lines: [], stated, counted, at }]
}

/** Those that lines name: an account by its name, a site by its unit. */
function namedIn(group: Group, findings: readonly ReadFinding[]): Set<string> {
  const ofAccounts = ({ medium }: ReadFinding) => medium === 'new-media'
  if (group === 'accounts') {
    const all = findings.filter(ofAccounts)
    return new Set(
      all.map(({ unit, asset, platform }) => `${asset ?? unit}|${asset ? platform : ''}`),
    )
  }
  const all = group === 'sites' ? findings.filter((one) => !ofAccounts(one)) : findings
  return new Set(all.flatMap(({ unit }) => unit ?? []))
}
