import { sayWhatWaits } from '../../src/activities/say.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { consultationOperations as operations } from '../../src/contracts/consultations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { statement } from '../../src/db/handle.js'
import { type Instant, instantOf } from '../../src/domain/instant.js'
import { activityDeps, inActivity } from '../activities/support.js'
import { jump } from '../helpers/case.js'
import { drafted, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

/** Asked on Monday, they have Tuesday and Wednesday; at midnight nobody is waited for any more. */
export const LAST = instantOf('2022-09-07T15:59:59.000Z')
export const OVER = instantOf('2022-09-07T16:00:00.000Z')

const MAILS = statement<{ to_address: string; subject: string; text: string }>(
  `select to_address, subject, text from mail order by created_at, to_address`,
)

/** A draft that was shown to two units: two lines to the first, one to the second; the last is sensitive and was not shown. */
export async function consulted(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  await planMissingOpenings(office.worker)
  const [first = '', second = ''] = office.units
  const findings = [
    line(first),
    line(first, { problem: '首页错链', place: '首页' }),
    line(second),
    line(second, { handling: 'sensitive', problem: '不宜公开' }),
  ]
  const { leader, params, etag } = await drafted(server, { findings })
  const handler = as(office.officer('office.handler'))
  const asked = await handler(operations.consultUnits, { params, if_match: etag })
  const shownTo = async (unit: number, query = {}) =>
    (await as(office.member(unit))(operations.listConsultations, { query })).body.items
  const answer = (unit: number, id: string, body: object) =>
    as(office.member(unit))(operations.answerConsultation, { params: { id }, body })
  const tryIssue = async () =>
    (await leader(noticeOperations.issueNotice, { params, query: { dry_run: true } })).body
  const say = async () => {
    const { deps } = await activityDeps(t, office)
    await inActivity(() => sayWhatWaits(deps, office.office_id))
    return office.owner.run(MAILS())
  }
  const goTo = (to: Instant) => jump(office, to)
  return {
    server,
    office,
    as,
    leader,
    handler,
    params,
    asked,
    shownTo,
    answer,
    tryIssue,
    say,
    goTo,
  }
}
