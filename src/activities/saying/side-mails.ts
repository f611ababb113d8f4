import type { FindingFact } from '../../db/facts.js'
import type { NewMail } from '../../db/mail.js'
import type { RoleHolder } from '../../db/membership.js'
import type { MailContext } from '../../mail/context.js'
import { type UnitMailInput, unitMail } from '../../mail/unit-mail.js'
import { mailsTo, type Reader, type Speech } from './batch.js'

/** What one unit is told, and whom its mail goes to. */
export interface Told {
  unit_id: string
  input: UnitMailInput
  readers: readonly Reader[]
  /** Who gets the unit's mail besides and is none of its contacts. */
  heads: readonly Reader[]
  /** Addresses in lower case at which nobody is reached. */
  dead: ReadonlySet<string>
  facts: ReadonlyMap<string, FindingFact>
  signatories: readonly RoleHolder[]
}

/**
 * What others are told beside a unit's own mail, of the part that concerns them and nothing else: whoever a finding was
 * passed on to, and where every address of the unit is dead, whoever signs for it.
 */
export function sideMails(told: Told, speech: Speech, context: MailContext): NewMail[] {
  const { input, readers, heads, unit_id, dead } = told
  const reached = new Set([...readers, ...heads].map(({ address }) => address.toLowerCase()))
  const mail = (part: Partial<UnitMailInput>, others: readonly Reader[]): NewMail[] => {
    const content = unitMail({ ...nothingFor(input), ...part }, context)
    const fresh = others.filter(({ address }) => !reached.has(address.toLowerCase()))
    if (!content || fresh.length === 0) return []
    return mailsTo(speech, content, {
      kind: 'unit',
      unit_id,
      name: input.unit_name,
      readers: fresh,
    })
  }
  const { failed_contacts } = input
  // A head who is reached reads of the first rung alone, and is none whom the unit answers by.
  const silent = readers.every(({ address }) => dead.has(address.toLowerCase()))
  return [
    ...delegatesOf(told).flatMap(({ reader, delegated }) => mail({ delegated }, [reader])),
    ...(silent ? mail({ failed_contacts }, told.signatories.flatMap(readerOf)) : []),
  ]
}

function delegatesOf({ input, facts }: Told) {
  const people = new Map<string, { reader: Reader; delegated: UnitMailInput['delegated'] }>()
  for (const entry of input.delegated) {
    const delegate = facts.get(entry.finding.id)?.delegate
    if (!delegate?.email) continue
    const reader = { person_id: delegate.id, name: delegate.name, address: delegate.email }
    const before = people.get(delegate.id)?.delegated ?? []
    people.set(delegate.id, { reader, delegated: [...before, entry] })
  }
  return [...people.values()]
}

function readerOf({ id, name, email }: RoleHolder): Reader[] {
  return email ? [{ person_id: id, name, address: email }] : []
}

function nothingFor({ unit_name }: UnitMailInput): UnitMailInput {
  return {
    ...{ unit_name, slips: [], decisions: [], slices: [], digest: [] },
    ...{ consultations: [], entered_answers: [], delegated: [], supporting: [] },
    failed_contacts: [],
  }
}
