import { KINDS, type Kind } from './kills.js'
import type { StormResult, Stretch } from './storm.js'

const LEAST_GOODPUT = 0.2
const SHOWN = 20

const WORDS: Record<Kind, string> = {
  api: '杀接口进程',
  worker: '杀工作进程',
  postgres: '杀整个 Postgres',
  'postgres-backend': '杀 Postgres 后端',
  temporal: '杀 Temporal',
  'before-begin': '接口死在开启事务前',
  'after-commit-before-reply': '接口死在提交后、答复前',
  'in-catch-up': '工作进程死在到点办理中',
  'after-signal-before-told': '工作进程死在通知后、登记前',
  'mail-accepted-before-marked': '工作进程死在邮件已收、未登记时',
  freeze: '冻结',
  terminate: '正常停止',
}

/** The figures of a run, each counted. */
export function figuresOf({
  verdict,
  kills,
  storm,
  calm,
  acts_in_storm,
  happened,
  settled_in,
  troubles,
}: StormResult) {
  return {
    acknowledged: storm.acknowledged + calm.acknowledged,
    kills,
    lost: verdict.lost.length,
    doubled: verdict.doubled.length,
    illegal: verdict.illegal.length,
    mismatches: verdict.mismatches.length,
    troubles: troubles.length,
    goodput: goodputOf(storm, calm),
    acknowledged_in_storm: storm.acknowledged,
    acknowledged_in_calm: calm.acknowledged,
    storm_seconds: round(storm.seconds),
    calm_seconds: round(calm.seconds),
    acts_of_the_clock_in_storm: acts_in_storm,
    happened,
    excused_mails: verdict.excused_mails,
    workflows_checked: verdict.workflows_checked,
    events: verdict.events,
    settled_in_seconds: round(settled_in),
  }
}

/** What was acknowledged per second while everything died, as a part of what was while nothing did. */
function goodputOf(storm: Stretch, calm: Stretch): number {
  const perSecond = ({ acknowledged, seconds }: Stretch) => acknowledged / seconds
  return calm.acknowledged === 0 ? 0 : round(perSecond(storm) / perSecond(calm))
}

/** Whether a run may be called good. */
export function passes(result: StormResult): boolean {
  const { lost, doubled, illegal, mismatches, troubles, goodput } = figuresOf(result)
  const clean = lost + doubled + illegal + mismatches + troubles === 0
  return clean && goodput >= LEAST_GOODPUT && result.left.length === 0
}

/** What happened, for people. */
export function tell(result: StormResult, say: (line: string) => void): void {
  const { verdict, happened, storm, calm, left } = result
  const figures = figuresOf(result)
  say('')
  for (const kind of KINDS) say(`  ${WORDS[kind]}：${happened[kind] ?? 0}次`)
  say(
    `  边杀边压${storm.seconds.toFixed(0)}秒：答复${storm.acknowledged}条；对照${calm.seconds}秒：${calm.acknowledged}条`,
  )
  say(
    `  边杀时时钟办理${figures.acts_of_the_clock_in_storm}次；核对工作流${figures.workflows_checked}个、记录${figures.events}条`,
  )
  for (const { what, count } of left) say(`  没有静止：${what} ${count}`)
  for (const [name, list] of [
    ['丢失', verdict.lost],
    ['重复', verdict.doubled],
    ['非法', verdict.illegal],
    ['不一致', verdict.mismatches],
    ['意外', result.troubles],
  ] as const) {
    say(`  ${name}：${list.length}`)
    for (const line of list.slice(0, SHOWN)) say(`     ${line}`)
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
