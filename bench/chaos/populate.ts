import type { z } from 'zod'
import { type Client, createClient } from '../../src/client/index.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import type { noticeDraft } from '../../src/contracts/notices/draft.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { patient } from '../../src/demo/patient.js'
import { dateOf, fromEpoch, timeOf } from '../../src/domain/instant.js'
import { localDateOf } from '../../src/domain/zone.js'
import { enrol } from '../../src/example/enrol.js'
import { OFFICE_PEOPLE, type Register, type RegisteredPerson } from '../../src/example/register.js'
import type { Stand } from '../harness/stand.js'
import { wallTime } from './calendar.js'
import type { RunOffice } from './offices.js'

type DraftLine = z.input<typeof noticeDraft>['findings'][number]

/** A finding the run works on, and who acts on it. */
export interface Target {
  office: RunOffice
  id: string
  /** The login of its unit's reporter, and a file that unit has stored. */
  reporter: string
  evidence: string
  urgent: boolean
}

export interface Population {
  office: RunOffice
  /** How many units the findings are spread over, and how many findings there are. */
  units: number
  findings: number
  /** Over how many minutes from now the dues of a real office are spread. */
  minutes: number
  /** False leaves the urgent ones out of a real office. */
  urgent?: boolean
}

const MINUTE = 60_000
/** Of a real office's findings each fifth is urgent: due within seconds of its issue. */
const URGENT = 5

/** Enrols units and people, stores a file per unit, and issues a notice, all through the interface. */
export async function populate(stand: Stand, population: Population): Promise<Target[]> {
  const { office } = population
  const as = async (subject: string) => {
    const token = await stand.issuer.mint(`${office.prefix}${subject}`)
    return patient(createClient({ address: stand.apis[0].address, token }))
  }
  const register = registerOf(population)
  const enrolled = await enrol(await as('admin'), office.issuer, register)
  const names = register.units.map(({ name }) => name)
  const files = await Promise.all(
    names.map(async (_, index) => storedFile(await as(reporterOf(index)), index)),
  )
  const leader = await as('leader')
  const signer_id = enrolled.people.get(`${office.prefix}leader`) ?? ''
  const { body: notice } = await leader(noticeOperations.draftNotice, {
    body: {
      title: '关于检查情况的通报',
      number: '压测〔1〕号',
      signer_id,
      issued_on: dateOf(office.today),
      deadline: DEADLINE,
      findings: linesOf(population, (index) => enrolled.unit(names[index] ?? '') ?? ''),
    },
  })
  const params = { id: notice.id }
  const { etag } = await leader(noticeOperations.getNotice, { params })
  await leader(noticeOperations.issueNotice, { params, query: {}, body: {}, if_match: etag })
  return notice.findings.map(({ finding_id }, index) => {
    const unit = index % population.units
    const reporter = `${office.prefix}${reporterOf(unit)}`
    const urgent = isUrgent(population, index)
    return { office, id: finding_id, reporter, evidence: files[unit] ?? '', urgent }
  })
}

const DEADLINE = {
  kind: 'working_days',
  working_days: 5,
  counts_from: 'service',
  words: '送达之日起5个工作日内',
} as const

function linesOf(population: Population, unitOf: (n: number) => string) {
  const { office, units, findings, minutes } = population
  const now = Date.now()
  return Array.from({ length: findings }, (_, index): DraftLine => {
    // A minute from now at least: the notice has to be out by then.
    const due = Math.ceil(now / MINUTE + 0.5 + (index % Math.max(1, minutes))) * MINUTE
    const own = {
      date: localDateOf(office.zone, fromEpoch(due)),
      time: timeOf(wallTime(due, office.hours)),
    }
    return {
      unit_id: unitOf(index % units),
      asset_id: null,
      indicator_id: 'none',
      severity: 'deduction',
      severity_confirmed: true,
      category: '内容',
      problem: `第${index + 1}条问题`,
      medium: 'website',
      urgent: isUrgent(population, index),
      own_due: office.rehearsal ? null : own,
    }
  })
}

function isUrgent({ office, urgent = true }: Population, index: number): boolean {
  return urgent && !office.rehearsal && index % URGENT === 0
}

function registerOf({ office, units }: Population): Register {
  const named = Array.from({ length: units }, (_, index) => `${office.prefix}单位${index + 1}`)
  const person = (subject: string, role: RegisteredPerson['role'], unit: string | null) => ({
    subject: `${office.prefix}${subject}`,
    name: subject,
    email: `${office.prefix}${subject}@mail.example`,
    role,
    unit,
  })
  return {
    units: named.map((name) => ({ name, aliases: [], office_head: null })),
    people: [
      ...OFFICE_PEOPLE.map(({ subject, role }) => person(subject, role, null)),
      ...named.map((unit, index) => person(reporterOf(index), 'unit.reporter', unit)),
    ],
    assets: [],
  }
}

const reporterOf = (unit: number) => `unit-${unit + 1}`

async function storedFile(reporter: Client, unit: number): Promise<string> {
  const file = new File([`第${unit + 1}家单位的佐证\n`], '佐证.txt', { type: 'text/plain' })
  return (await reporter(evidenceOperations.uploadEvidence, { body: { masked: 'true' }, file }))
    .body.sha256
}
