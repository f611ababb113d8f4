import type { Instant, LocalDate } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import { localDateOf, localTimeOf } from '../domain/zone.js'

/** Tells the story, a line at a time. */
export interface Teller {
  /** A new scene, dated by the office's clock. */
  scene: (title: string) => void
  say: (line: string) => void
  /** Something that belongs to the line before. */
  detail: (line: string) => void
}

/** Stands before every line a rehearsal prints. */
export const MARK = '演练│'
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** A teller that dates its scenes by the office's clock; whoever writes the lines marks them. */
export function createTeller(
  write: (line: string) => void,
  { calendar }: Rules,
  now: () => Instant,
): Teller {
  return {
    scene: (title) => {
      const date = localDateOf(calendar.zone, now())
      write('')
      write(`■ ${dayWords(date)} ${localTimeOf(calendar.zone, now())}  ${title}`)
    },
    say: (line) => write(`  ${line}`),
    detail: (line) => write(`     ${line}`),
  }
}

/** 2022年10月8日（周六） */
export function dayWords(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number)
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return `${year}年${month}月${day}日（${weekday}）`
}

/** A、B、C，等N个: at most so many names. */
export function names(all: readonly string[], most = 6): string {
  const shown = all.slice(0, most).join('、')
  return all.length > most ? `${shown}等${all.length}个` : shown
}
