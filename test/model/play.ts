import fc from 'fast-check'
import { actorOn, actorTowards } from '../../src/commands/principal.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import type { Command } from '../../src/domain/commands.js'
import { plusMs } from '../../src/domain/instant.js'
import { MACHINE } from '../../src/domain/machine/table.js'
import { ALLOWED } from '../../src/domain/permissions.js'
import { SLIP_COMMANDS, type SlipCommand, slipPermitted } from '../../src/domain/slip.js'
import { PERSON_COMMANDS, type SlipStatus } from '../../src/domain/vocabulary.js'
import { draw, WAITS } from '../helpers/domain/history.js'
import { officePaper } from './door.js'
import { issueTwin } from './issue.js'
import { sendingOf } from './pairs.js'
import { realised } from './real.js'
import { replay } from './replay.js'
import { type Sending, send } from './send.js'
import { signSlip } from './sign.js'
import { readSlices, signSlice } from './slice.js'
import { type Entry, type Twin, waitUntil } from './twin.js'
import { wake } from './wake.js'
import type { Player } from './world.js'

/** One throw of the dice: how long to wait, what kind of thing happens to which finding, and in which variant. */
export interface Throw {
  wait: number
  deed: number
  which: number
  choice: number
  variant: number
}

/** The steps of a history. */
export const throws: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({
    wait: fc.nat(WAITS.length - 1),
    deed: fc.nat(99),
    which: fc.nat(999),
    choice: fc.nat(),
    variant: fc.nat(999_999),
  }),
  { minLength: 12, maxLength: 24 },
)

/** Does what the dice say, with both; throws where they disagree. */
export async function play(twin: Twin, one: Throw): Promise<void> {
  const { deed, which, variant } = one
  const wait = WAITS[one.wait] ?? 0
  if (wait > 0) await waitUntil(twin, plusMs(twin.now, wait))
  const entry = pick(twin.entries, which)
  const stale = variant % 9 === 0
  if (deed >= 97) return readSlices(twin, unitly(twin, one))
  if (deed >= 94) return signSlice(twin, unitly(twin, one), stale)
  if (deed >= 91 || (deed >= 70 && !twin.issued)) {
    const leader = { name: 'leader', principal: twin.world.leader, paper: null }
    await issueTwin(twin, deed % 3 === 0 ? anybody(twin, variant) : leader, { stale })
    return
  }
  if (deed >= 78 && twin.slips.length > 0) return trySlip(twin, one)
  if (deed >= 74) return replay(twin, which, variant % 3 === 0)
  if (deed >= 62) {
    await tryIllegal(twin, entry, one)
    return
  }
  if (deed >= 58) return wake(twin)
  await send(twin, entry, drawn(twin, entry, one))
}

/** A command that may be sent, and now and then one that may not, by somebody who may, or may not. */
function drawn(twin: Twin, { situation }: Entry, one: Throw): Sending {
  const { world, chosen } = twin
  const parts = world.cast.map(({ principal, paper }) => ({
    actor: actorOn(principal, situation.finding),
    paper,
  }))
  const { actor, paper, command } = draw(situation, one, chosen, {
    cast: parts,
    commands: PERSON_COMMANDS,
  })
  const player = world.cast[parts.findIndex((part) => part.actor === actor && part.paper === paper)]
  const real = realised(command, world)
  if (!player || !isPersons(real)) throw new Error('nobody')
  return { player, command: real, stale: one.variant % 23 === 0, forged: one.variant % 29 === 0 }
}

function isPersons(command: Command): command is Sending['command'] {
  return PERSON_COMMANDS.some((name) => name === command.name)
}

/** A command that does not belong to the state, sent by somebody who elsewhere might. */
async function tryIllegal(twin: Twin, entry: Entry, { choice, variant }: Throw): Promise<void> {
  const { world } = twin
  const { finding } = takeDue(entry.situation).situation
  const illegal = PERSON_COMMANDS.filter((name) => !MACHINE[name].from.includes(finding.state))
  if (illegal.length === 0) return
  const name = pick(illegal, choice)
  const able = world.cast.filter(({ principal }) =>
    actorTowards(principal, finding.unit_id).roles.some((role) => ALLOWED[name].includes(role)),
  )
  await send(twin, entry, sendingOf(world, entry, name, pick(able, variant)))
}

const USUAL: Readonly<Record<SlipStatus, SlipCommand['name']>> = {
  draft: 'issue',
  issued: 'acknowledge',
  acknowledged: 'withdraw',
  withdrawn: 'withdraw',
  superseded: 'issue',
}

/** Something done to a slip, mostly by somebody who may. */
async function trySlip(twin: Twin, { which, choice, variant }: Throw): Promise<void> {
  const slip = pick(twin.slips, which)
  const usual = USUAL[slip.slip.status]
  const name = choice % 3 === 0 ? pick(SLIP_COMMANDS, variant) : usual
  const able = twin.world.cast.filter(({ principal, paper }) => {
    const party = { actor: actorTowards(principal, slip.slip.unit_id), paper: officePaper(paper) }
    return slipPermitted(slip.slip, name, party) === null
  })
  const player =
    choice % 5 === 0 || able.length === 0 ? anybody(twin, variant) : pick(able, variant)
  const command = slipCommand(name, variant % 7 !== 0)
  await signSlip(twin, {
    player,
    slip,
    command,
    stale: variant % 11 === 0,
    forged: variant % 13 === 0,
  })
}

function slipCommand(name: SlipCommand['name'], whole: boolean): SlipCommand {
  switch (name) {
    case 'issue':
      return { name, ...(whole ? { number: '催〔2026〕1号' } : {}) }
    case 'withdraw':
      return { name, ...(whole ? { reason: '数据有误' } : {}) }
    case 'acknowledge':
      return { name }
  }
}

/** Mostly somebody of a unit, and now and then anybody. */
function unitly(twin: Twin, { choice, variant }: Throw): Player {
  const units = twin.world.cast.filter(({ principal }) => principal.scope === 'unit')
  return choice % 4 === 0 ? anybody(twin, variant) : pick(units, variant)
}

const anybody = ({ world }: Twin, variant: number): Player => pick(world.cast, variant)

function pick<T>(list: readonly T[], nth: number): T {
  const item = list[nth % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
