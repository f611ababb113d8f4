import { addWorkingDays, type Calendar } from '../domain/calendar.js'
import { type Instant, type LocalDate, timeOf } from '../domain/instant.js'
import type { SlipRung } from '../domain/slip.js'
import { instantAt } from '../domain/zone.js'
import type { Cast, Fate } from './cast.js'
import type { Days, Relapse } from './days.js'

/** One thing that is done or looked at in the story, and with which findings or units. */
export type Act = { at: Instant } & (
  | { scene: 'issue' | 'served' | 'deemed' | 'due_day' | 'holiday' | 'proposals' | 'end' }
  | { scene: 'sign'; units: readonly string[] }
  | { scene: 'look_back'; failing: readonly number[] }
  | { scene: 'slip'; rung: SlipRung; units: readonly string[] }
  | { scene: ByFindings; numbers: readonly number[] }
)

export const BY_FINDINGS = [
  'take_down',
  'dispute',
  'uphold',
  'ask_transfer',
  'view',
  'transfer',
  'ask_time',
  'grant',
  'deny',
  'answer',
  'promise',
  'plan',
  'cheat',
  'enter_paper',
  'accept',
  'return',
  'close',
  'call',
  'retest',
  'close_unreported',
  'reopen',
] as const
export type ByFindings = (typeof BY_FINDINGS)[number]

export type SceneName = Act['scene']
export type ActOf<S extends SceneName> = S extends ByFindings
  ? Act & { numbers: readonly number[] }
  : Extract<Act, { scene: S }>

/**
 * The story as a list of acts in the order of time: who answers when, what the office does with it, and what is
 * looked at in between. Pure: the same cast and days give the same story. Acts that would concern nobody are left out.
 */
export function planStory({ fates, behind, signs }: Cast, days: Days, calendar: Calendar): Act[] {
  const at = (date: LocalDate, time: string) => instantAt(calendar.zone, date, timeOf(time))
  const of = (...wanted: readonly Fate[]) =>
    [...fates].filter(([, fate]) => wanted.includes(fate)).map(([number]) => number)
  const by = (
    date: LocalDate,
    time: string,
    scene: ByFindings,
    ...wanted: readonly Fate[]
  ): Act => ({
    at: at(date, time),
    scene,
    numbers: of(...wanted),
  })
  const look = (date: LocalDate, time: string, scene: Looked): Act => ({
    at: at(date, time),
    scene,
  })
  const sign = (date: LocalDate, time: string, units: readonly string[]): Act => ({
    at: at(date, time),
    scene: 'sign',
    units,
  })
  const slip = (rung: SlipRung, date: LocalDate, units: readonly string[]): Act => ({
    at: at(date, '09:30'),
    scene: 'slip',
    rung,
    units,
  })
  const lookBack = (date: LocalDate, time: string, ...failing: readonly Fate[]): Act => ({
    at: at(date, time),
    scene: 'look_back',
    failing: of(...failing),
  })
  const again = ({ seen, again }: Relapse): Act[] => [
    lookBack(seen, '14:00', 'relapsed'),
    by(seen, '14:30', 'reopen', 'relapsed'),
    by(again[0], '10:00', 'answer', 'relapsed'),
    by(again[1], '11:00', 'accept', 'relapsed'),
    by(again[2], '15:00', 'close', 'relapsed'),
  ]
  const { issue, next, deemed, due, first, second, pressed, relapse } = days
  const [reminder, urge, yellow, red, proposal] = days.rungs
  const acts: Act[] = [
    look(issue, '09:30', 'issue'),
    look(issue, '09:45', 'served'),
    by(issue, '10:30', 'take_down', 'urgent'),
    sign(issue, '11:00', signs.first),
    sign(next, '10:00', signs.second),
    by(next, '10:30', 'dispute', 'disputed'),
    by(next, '10:45', 'ask_transfer', 'moved'),
    by(next, '14:00', 'view', 'moved'),
    by(next, '15:00', 'answer', 'urgent'),
    look(deemed, '09:15', 'deemed'),
    by(deemed, '10:30', 'accept', 'urgent'),
    by(deemed, '11:00', 'uphold', 'disputed'),
    by(deemed, '11:15', 'transfer', 'moved'),
    by(addWorkingDays(calendar, deemed, 1), '10:00', 'close', 'urgent'),
    by(first[0], '10:00', 'answer', 'early', 'relapsed', 'moved', 'awaits_leader'),
    by(first[0], '10:30', 'cheat', 'false_update'),
    by(first[1], '09:30', 'enter_paper', 'paper'),
    by(first[1], '10:30', 'accept', 'early', 'relapsed', 'moved', 'awaits_leader', 'paper'),
    by(first[1], '11:00', 'return', 'false_update'),
    by(first[2], '15:00', 'close', 'early', 'relapsed', 'moved', 'paper'),
    by(second[0], '10:00', 'answer', 'mid', 'false_update'),
    by(second[1], '10:30', 'accept', 'mid', 'false_update'),
    by(second[2], '15:00', 'close', 'mid', 'false_update'),
    by(addWorkingDays(calendar, due, -2), '10:00', 'ask_time', 'extended', 'denied'),
    by(addWorkingDays(calendar, due, -1), '11:00', 'grant', 'extended'),
    by(addWorkingDays(calendar, due, -1), '11:30', 'deny', 'denied'),
    look(due, '09:15', 'due_day'),
    by(due, '15:00', 'promise', 'planned'),
    by(due, '16:00', 'answer', 'last', 'denied'),
    look(reminder, '09:15', 'holiday'),
    by(reminder, '10:00', 'answer', 'late'),
    by(reminder, '10:30', 'retest', 'found_fixed'),
    by(reminder, '11:00', 'call', 'pressed', 'silent'),
    by(reminder, '15:00', 'close_unreported', 'found_fixed'),
    by(reminder, '15:15', 'plan', 'planned'),
    by(reminder, '15:30', 'accept', 'last', 'denied'),
    by(addWorkingDays(calendar, urge, -1), '16:30', 'call', 'pressed', 'silent'),
    slip(2, urge, behind),
    by(urge, '10:30', 'answer', 'extended'),
    by(urge, '15:00', 'accept', 'late', 'extended'),
    by(urge, '15:30', 'close', 'last', 'denied'),
    slip(3, yellow, behind),
    by(yellow, '15:00', 'close', 'late', 'extended'),
    by(pressed[0], '10:00', 'answer', 'pressed'),
    by(pressed[1], '10:00', 'accept', 'pressed'),
    by(pressed[2], '10:00', 'close', 'pressed'),
    by(pressed[2], '11:00', 'answer', 'planned'),
    // The leader signs one red slip and leaves the others lying: the page at the end shows what waits.
    slip(4, red, behind.slice(0, 1)),
    ...(relapse ? again(relapse) : []),
    lookBack(red, '14:00'),
    look(proposal, '09:15', 'proposals'),
    lookBack(proposal, '10:00'),
    look(proposal, '11:00', 'end'),
  ]
  return acts.filter(concernsSomebody).toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
}

type Looked = Exclude<SceneName, ByFindings | 'sign' | 'slip' | 'look_back'>

function concernsSomebody(act: Act): boolean {
  if ('numbers' in act) return act.numbers.length > 0
  return !('units' in act) || act.units.length > 0
}
