import { z } from 'zod'
import type { AssetRow } from '../commands/register/import-assets.js'
import type { UnitRow } from '../commands/register/import-units.js'
import type { PersonRow } from '../commands/register/people-plan.js'
import * as fields from '../contracts/fields.js'
import { assetEntry } from '../contracts/register/assets.js'
import { personEntry } from '../contracts/register/people.js'
import { unitEntry } from '../contracts/register/units.js'
import { MEDIUM_LABELS, PERSON_ROLE_LABELS } from '../domain/labels.js'
import { MEDIA, PERSON_ROLES, type PersonRole } from '../domain/vocabulary.js'
import { type ReadRows, readRows } from './cells.js'
import { type Column, readLines } from './csv.js'

/** A kind of list that can be imported: its columns, and how its lines become rows. */
export interface List<Row> {
  columns: readonly Column<string>[]
  read: (bytes: Uint8Array) => ReadRows<Row>
}

const ROLES = PERSON_ROLES as readonly PersonRole[]
/** People write the code or the Chinese word. */
const role = chosen(ROLES, (value) => PERSON_ROLE_LABELS[value])
const medium = chosen(MEDIA, (value) => MEDIUM_LABELS[value])
const name = fields.line(100)

export const UNITS: List<UnitRow> = list(
  [
    { key: 'name', headers: ['名称', '单位名称', '单位'] },
    { key: 'parent', headers: ['上级单位', '上级', '主管单位'] },
    { key: 'aliases', headers: ['别名', '简称'] },
    { key: 'mailbox', headers: ['公共邮箱', '邮箱'] },
    { key: 'office_head', headers: ['办公室负责人'] },
    { key: 'office_head_address', headers: ['办公室负责人邮箱'] },
  ],
  ['name'],
  z
    .strictObject({
      name: unitEntry.shape.name,
      parent: name.optional(),
      aliases: z
        .string()
        .transform((cell) => cell.split(/[、;；|]/).map((one) => one.trim()))
        .pipe(z.array(name).max(50))
        .optional(),
      mailbox: fields.email.optional(),
      office_head: name.optional(),
      office_head_address: fields.email.optional(),
    })
    .refine(({ office_head, office_head_address }) => office_head || !office_head_address, {
      path: ['office_head'],
      error: 'REQUIRED',
    })
    .refine(({ office_head, office_head_address }) => office_head_address || !office_head, {
      path: ['office_head_address'],
      error: 'REQUIRED',
    }),
  ({ name, parent = null, aliases = [], mailbox = null, ...head }, line, listed) => {
    const { office_head = '', office_head_address: address = '' } = head
    const row = { line, name, parent, aliases, mailbox }
    if (!listed.has('office_head') && !listed.has('office_head_address')) return row
    return { ...row, office_head: address === '' ? null : { name: office_head, address } }
  },
)

export const PEOPLE: List<PersonRow> = list(
  [
    { key: 'name', headers: ['姓名'] },
    { key: 'role', headers: ['角色', '身份'] },
    { key: 'unit', headers: ['单位', '所在单位'] },
    { key: 'email', headers: ['邮箱', '电子邮箱'] },
    { key: 'phone', headers: ['电话', '联系电话'] },
    { key: 'subject', headers: ['账号', '登录账号'] },
    { key: 'from_on', headers: ['起始日期', '任职日期'] },
  ],
  ['name', 'role'],
  z.strictObject({
    name: personEntry.shape.name,
    role,
    unit: name.optional(),
    email: fields.email.optional(),
    phone: fields.phone.optional(),
    subject: fields.line(300).optional(),
    from_on: fields.localDate.optional(),
  }),
  ({ unit = null, email = null, phone = null, subject = null, from_on = null, ...row }, line) => {
    return { ...row, line, unit, email, phone, subject, from_on }
  },
)

export const ASSETS: List<AssetRow> = list(
  [
    { key: 'unit', headers: ['主管单位', '责任单位', '单位'] },
    { key: 'medium', headers: ['类型'] },
    { key: 'name', headers: ['名称'] },
    { key: 'platform', headers: ['平台'] },
    { key: 'url', headers: ['网址', '链接'] },
    { key: 'operating_unit', headers: ['运维单位', '承办单位'] },
  ],
  ['unit', 'medium', 'name'],
  z.strictObject({
    unit: name,
    medium,
    name: assetEntry.shape.name,
    platform: fields.line(100).optional(),
    url: fields.link.optional(),
    operating_unit: name.optional(),
  }),
  ({ platform = null, url = null, operating_unit = null, ...row }, line) => {
    return { ...row, line, platform, url, operating_unit }
  },
)

function list<Key extends string, Cells, Row>(
  columns: readonly Column<Key>[],
  required: readonly Key[],
  schema: z.ZodType<Cells>,
  rowOf: (cells: Cells, line: number, listed: ReadonlySet<Key>) => Row,
): List<Row> {
  const read = (bytes: Uint8Array) => {
    const { keys, lines } = readLines(bytes, columns, required)
    const listed = new Set(keys)
    return readRows(lines, columns, schema, (cells, line) => rowOf(cells, line, listed))
  }
  return { columns, read }
}

function chosen<V extends string>(values: readonly V[], labelOf: (value: V) => string) {
  const codes = values as readonly [V, ...V[]]
  return z
    .string()
    .transform((cell) => values.find((value) => value === cell || labelOf(value) === cell) ?? cell)
    .pipe(z.enum(codes))
}
