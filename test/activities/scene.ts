import type { Test } from 'tap'
import { type Activities, createActivities } from '../../src/activities/index.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { dateOf, type Instant, instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { type Alarm, activityDeps, inActivity, type TestMail } from './support.js'

/** Thursday 8 September 2022; the 10th to the 12th were days off. */
export const ISSUED = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-14') }

/** `09-08 10:00` of 2022 on the office's wall. */
export function at(wall: string): Instant {
  return instantOf(new Date(`2022-${wall.replace(' ', 'T')}:00+08:00`).toISOString())
}

/** An office whose day the test lives by hand, without a Temporal server. */
export interface Scene {
  office: TestOffice
  activities: Activities
  alarms: readonly Alarm[]
  /** Moves the clock, catches up, says what may be said and sends it; the mails that brought, by address. */
  day(wall?: string): Promise<TestMail[]>
}

export async function scene(t: Test, wall = '09-08 10:00'): Promise<Scene> {
  const office = await testOffice(t, { units: 3, clock: at(wall) })
  await planMissingOpenings(office.worker)
  const { deps, alarms, mails } = await activityDeps(t, office)
  const activities = createActivities(deps)
  let seen = 0
  return {
    office,
    activities,
    alarms,
    day: (to) =>
      inActivity(async () => {
        if (to) await jump(office, at(to))
        await activities.catchUpOffice(office.office_id)
        await activities.sayWhatWaits(office.office_id)
        await activities.sendMails(office.office_id)
        // Files are named by ids that sort by time.
        const fresh = (await mails()).slice(seen)
        seen += fresh.length
        return fresh.toSorted((a, b) => (a.to < b.to ? -1 : 1))
      }),
  }
}

/** The units' own mailboxes among the addresses written to. */
export function boxes(mails: readonly TestMail[]): string[] {
  return mails.map(({ to }) => to).filter((to) => to.startsWith('unit'))
}

/** The mail to a unit's mailbox. */
export function toUnit(mails: readonly TestMail[], unit: number): TestMail {
  const mail = mails.find(({ to }) => to === `unit${unit}@example.com`)
  if (!mail) throw new Error(`no mail to unit ${unit}`)
  return mail
}
