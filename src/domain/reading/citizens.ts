import type { Clause } from './clauses.js'
import type { Around } from './sentence-finding.js'

/** Whoever writes to an office: what they ask or report is what it was about, not what it did. */
const CITIZEN =
  /^(?:[\d年月日]+,?)?(?:针对|对|就|关于)?(?:\d+[名位])?(?:网民|网友|群众|市民|居民|读者|企业|业主|来信人|当事人)(?:们)?(?:就|反映|咨询|投诉|举报|提出|多次|询问|在|向|通过).*(?:留言|来信|信件|诉求|问题|提问|咨询|反映|申请|工单)(?:○*)$/

/** Whether a clause, names and brackets hidden, only tells what a citizen wrote: 网民反映“甲”栏目打不开的留言. */
export function isWrittenBy(clause: string): boolean {
  return CITIZEN.test(clause) && !/(?:留言|来信|信件|诉求)(?:未|无|超|逾)/.test(clause)
}

/** What was written about, and to whom, where the clauses behind it name nobody themselves. */
export function writtenTo({ tokens }: Clause, around: Around): Around {
  const units = tokens.flatMap((one) => (one.kind === 'unit' ? [one.name] : []))
  const object = tokens.find((one) => one.kind === 'object') ?? around.object
  return { ...around, object, subject: units.length > 0 ? units : around.subject }
}
