import { saysFault } from './faults.js'
import { exemptionOf } from './no-faults.js'
import { tidy } from './problem-words.js'
import type { Around, SentenceFinding } from './sentence-finding.js'

/** All of them, by whatever word. */
const ALL =
  /(?<unit>(?:各(?:单位|部门|地区?|级|县区|市县|区县|县|区|市|乡镇|镇街|镇|街道)(?!各)(?<thing>[^,普均都仍]{1,10}(?:网站|专页|专栏|栏目|账号|页面|平台|公众号))|各(?:单位|部门|地区?|级|县|区|市|乡镇|镇|街道)[^,普均都仍]{0,10}|(?:所有|全部|全体)(?:单位|部门|网站)|其余[^,均都]{0,14}))(?:普遍|均|都|仍)/
/** Some of them, which the text does not name. */
const SOME =
  /(?:部分|个别|少数|一些|某些|有些|有的|多数|不少|若干)(?:的)?(?:市级|县级|区级|基层|政府)?(?:单位|部门|网站|县|区|乡镇|镇|街道|学校|医院|机构|企业|社区|村|科室|处室|政务|新媒体|账号|栏目|地方|工作人员|领导|主管|主办|频道)/

/**
 * A fault of all or of some that are not named: one finding, which nobody gets before a person says who. Only where
 * problems are listed, or where all are meant.
 */
export function unnamedFinding(
  text: string,
  words: string,
  { listed }: Around,
): SentenceFinding | null {
  const all = ALL.exec(words)
  const some = SOME.test(words)
  if (!(all ? listed || /普遍$|^其余/.test(all[0]) : listed && some)) return null
  if (!saysFault(words) || exemptionOf(words, true)) return null
  const whole = all?.groups?.['unit'] ?? ''
  const thing = all?.groups?.['thing'] ?? null
  const unit = thing ? whole.slice(0, -thing.length) : whole
  const named = unit.startsWith('各')
  const from = all && named ? all.index + all[0].length : 0
  return {
    unit: named ? unit : null,
    objects: thing ? [thing] : [],
    platform: null,
    problem: tidy(text.slice(from)).replace(/^存在(.+)的情况$/, '$1'),
    scope: all ? 'all-units' : 'unnamed',
    needs: ['unit'],
  }
}
