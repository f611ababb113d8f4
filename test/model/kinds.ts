import type fc from 'fast-check'
import { type LocalDate, plusDays } from '../../src/domain/instant.js'
import { options } from '../helpers/domain/history.js'
import type { LifeOptions } from '../helpers/domain/life.js'
import { DAY } from '../helpers/domain/world.js'

/** The first of the days the machine's histories draw a due from. */
const EARLIEST = '2026-02-27'

/**
 * What kind of notice a history is about: that of the machine's own histories, but with its dates counted from its
 * service, so that few are refused for a due that is past.
 */
export const kinds: fc.Arbitrary<LifeOptions> = options.map((chosen) => {
  const { served = EARLIEST, own = null, deadline = null } = chosen
  const [day = served] = served.split(' ')
  const days = (Date.parse(day) - Date.parse(EARLIEST)) / DAY
  const moved = <D extends { date: LocalDate }>(dated: D): D => ({
    ...dated,
    date: plusDays(dated.date, days),
  })
  return {
    ...chosen,
    own: own && moved(own),
    deadline: deadline?.kind === 'date' ? moved(deadline) : deadline,
  }
})
