import type { OfficeHead } from '../domain/office-head.js'
import type { Medium, PersonRole } from '../domain/vocabulary.js'
import { isDispatched, type Ledger, unitNames } from './ledger.js'

/** Who and what an office has to know before a ledger's notice can go out; units and assets go by name. */
export interface Register {
  units: readonly RegisteredUnit[]
  people: readonly RegisteredPerson[]
  assets: readonly RegisteredAsset[]
}

export interface RegisteredUnit {
  name: string
  aliases: readonly string[]
  office_head: OfficeHead | null
}

export interface RegisteredPerson {
  /** The name they log in under. */
  subject: string
  name: string
  email: string
  role: PersonRole
  /** Null for a role in the office. */
  unit: string | null
}

export interface RegisteredAsset {
  unit: string
  name: string
  platform: string | null
  medium: Medium
}

/** The people of every rehearsal's office. Two handlers: whoever enters an answer may not accept it. */
export const OFFICE_PEOPLE = [
  { subject: 'admin', name: '顾安', role: 'admin' },
  { subject: 'handler', name: '林一舟', role: 'office.handler' },
  { subject: 'second-handler', name: '何若谷', role: 'office.handler' },
  { subject: 'reviewer', name: '秦望', role: 'office.reviewer' },
  { subject: 'leader', name: '沈砚', role: 'office.leader' },
  { subject: 'inspector', name: '卫青禾', role: 'inspector' },
  { subject: 'auditor', name: '陆知行', role: 'auditor' },
  { subject: 'security', name: '温定远', role: 'security' },
] as const satisfies readonly { subject: string; name: string; role: PersonRole }[]
export type OfficeSubject = (typeof OFFICE_PEOPLE)[number]['subject']

/** The register a ledger's notice needs: its units, a reporter and a signatory for each, and what its lines name. */
export function registerOf(ledger: Ledger): Register {
  const names = unitNames(ledger)
  return {
    units: names.map((name) => unitOf(ledger, name)),
    people: [
      ...OFFICE_PEOPLE.map((person) => ({
        ...person,
        email: `${person.subject}@office.example`,
        unit: null,
      })),
      ...names.flatMap((unit, index) =>
        UNIT_ROLES.map(({ role, word }) => ({
          subject: unitSubject(index, role),
          name: `${unit}${word}`,
          email: `${unitSubject(index, role)}@units.example`,
          role,
          unit,
        })),
      ),
    ],
    assets: assetsOf(ledger),
  }
}

/** `unit-03.reporter`: the third unit of the notice. */
export function unitSubject(index: number, role: 'unit.reporter' | 'unit.signatory'): string {
  return `unit-${String(index + 1).padStart(2, '0')}.${role.slice('unit.'.length)}`
}

const UNIT_ROLES = [
  { role: 'unit.reporter', word: '联络员' },
  { role: 'unit.signatory', word: '分管领导' },
] as const

function unitOf(ledger: Ledger, name: string): RegisteredUnit {
  const { aliases = [], officeHead: office_head = null } =
    ledger.units.find((unit) => unit.nameInNotice === name) ?? {}
  return { name, aliases: aliases.filter((alias) => alias !== name), office_head }
}

function assetsOf(ledger: Ledger): RegisteredAsset[] {
  const named = ledger.findings.filter(isDispatched).flatMap((line) =>
    line.assets.map((name) => ({
      unit: line.unit,
      name,
      platform: line.accountPlatform,
      medium: line.medium,
    })),
  )
  return named.filter((asset, index) => named.findIndex((other) => isSame(asset, other)) === index)
}

/** One site, column, account or mailbox of one unit, whatever is wrong with it. */
export function isSame(
  a: Pick<RegisteredAsset, 'unit' | 'name' | 'platform'>,
  b: Pick<RegisteredAsset, 'unit' | 'name' | 'platform'>,
): boolean {
  return a.unit === b.unit && a.name === b.name && a.platform === b.platform
}
