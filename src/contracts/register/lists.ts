import { z } from 'zod'
import { MEDIUM_LABELS, PERSON_ROLE_LABELS } from '../../domain/labels.js'
import { MOST_ALIASES } from '../../domain/matching/plain-name.js'
import { MEDIA, PERSON_ROLES, type PersonRole } from '../../domain/vocabulary.js'
import * as fields from '../fields.js'
import { assetEntry } from './assets.js'
import { type CellLine, type Column, type JudgedLines, judgeLines } from './judged-lines.js'
import { namesIn } from './names-in-cell.js'
import { personEntry } from './people.js'
import { openOrClosed, unitEntry } from './units.js'

/** A kind of list that comes in as a file: its columns, those it must have, and how its lines become rows. */
export interface ListForm<Key extends string, Row> {
  columns: readonly Column<Key>[]
  required: readonly Key[]
  judge: (list: { keys: readonly Key[]; lines: readonly CellLine<Key>[] }) => JudgedLines<Row>
}

/** How a row of the register stands, in the words of lists. */
export const STATUS_WORDS: Readonly<Record<z.output<typeof openOrClosed>, string>> = {
  open: '正常',
  closed: '已关停',
}

const ROLES = PERSON_ROLES as readonly PersonRole[]
/** People write the code or the Chinese word. */
const role = chosen(ROLES, (value) => PERSON_ROLE_LABELS[value])
const medium = chosen(MEDIA, (value) => MEDIUM_LABELS[value])
const status = chosen(openOrClosed.options, (value) => STATUS_WORDS[value])
const name = fields.line(100)

export const UNIT_LIST = list(
  [
    { key: 'name', headers: ['名称', '单位名称', '单位'] },
    { key: 'parent', headers: ['上级单位', '上级', '主管单位'] },
    { key: 'aliases', headers: ['别名', '简称'] },
    { key: 'mailbox', headers: ['公共邮箱', '邮箱'] },
    { key: 'office_head', headers: ['办公室负责人'] },
    { key: 'office_head_address', headers: ['办公室负责人邮箱'] },
    { key: 'status', headers: ['状态'] },
  ],
  ['name'],
  z
    .strictObject({
      name: unitEntry.shape.name,
      parent: name.optional(),
      aliases: z.string().transform(namesIn).pipe(z.array(name).max(MOST_ALIASES)).optional(),
      mailbox: fields.email.optional(),
      office_head: name.optional(),
      office_head_address: fields.email.optional(),
      status: status.optional(),
    })
    .refine(({ office_head, office_head_address }) => office_head || !office_head_address, {
      path: ['office_head'],
      error: 'REQUIRED',
    })
    .refine(({ office_head, office_head_address }) => office_head_address || !office_head, {
      path: ['office_head_address'],
      error: 'REQUIRED',
    }),
  (
    { name, aliases = [], status, office_head = '', office_head_address, ...cells },
    line,
    listed,
  ) => {
    const address = office_head_address ?? ''
    const named = address === '' ? null : { name: office_head, address }
    const told = listed.has('office_head') || listed.has('office_head_address')
    return {
      ...{ line, name, ...saidOf(cells, ['parent', 'mailbox'], listed) },
      ...(listed.has('aliases') ? { aliases } : {}),
      ...(told ? { office_head: named } : {}),
      ...(status ? { status } : {}),
    }
  },
)

export const PERSON_LIST = list(
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

export const ASSET_LIST = list(
  [
    { key: 'id', headers: ['系统编号'] },
    { key: 'unit', headers: ['主管单位', '责任单位', '单位'] },
    { key: 'medium', headers: ['类型'] },
    { key: 'name', headers: ['名称'] },
    { key: 'aliases', headers: ['别名', '曾用名'] },
    { key: 'platform', headers: ['平台'] },
    { key: 'url', headers: ['网址', '链接'] },
    { key: 'operating_unit', headers: ['运维单位', '承办单位'] },
    { key: 'status', headers: ['状态'] },
  ],
  ['unit', 'medium', 'name'],
  z.strictObject({
    id: fields.id.optional(),
    unit: name,
    medium,
    name: assetEntry.shape.name,
    aliases: z
      .string()
      .transform(namesIn)
      .pipe(z.array(assetEntry.shape.name).max(MOST_ALIASES))
      .optional(),
    platform: fields.line(100).optional(),
    url: fields.link.optional(),
    operating_unit: name.optional(),
    status: status.optional(),
  }),
  ({ id, unit, medium, name, aliases = [], status, ...cells }, line, listed) => ({
    ...{
      line,
      unit,
      medium,
      name,
      ...saidOf(cells, ['platform', 'url', 'operating_unit'], listed),
    },
    ...(listed.has('aliases') ? { aliases } : {}),
    ...(id ? { id } : {}),
    ...(status ? { status } : {}),
  }),
)

/** What a list says in these columns, null in an empty cell; of a column it does not have, nothing. */
function saidOf<K extends string>(
  cells: Readonly<Partial<Record<K, string | undefined>>>,
  keys: readonly K[],
  listed: ReadonlySet<string>,
): Partial<Record<K, string | null>> {
  const said: Partial<Record<K, string | null>> = {}
  for (const key of keys) if (listed.has(key)) said[key] = cells[key] ?? null
  return said
}

function list<Key extends string, Cells, Row>(
  columns: readonly Column<Key>[],
  required: readonly Key[],
  schema: z.ZodType<Cells>,
  rowOf: (cells: Cells, line: number, listed: ReadonlySet<string>) => Row,
): ListForm<Key, Row> {
  const judge: ListForm<Key, Row>['judge'] = ({ keys, lines }) => {
    const listed = new Set<string>(keys)
    return judgeLines(lines, schema, (cells, line) => rowOf(cells, line, listed))
  }
  return { columns, required, judge }
}

function chosen<V extends string>(values: readonly V[], labelOf: (value: V) => string) {
  const codes = values as readonly [V, ...V[]]
  return z
    .string()
    .transform((cell) => values.find((value) => value === cell || labelOf(value) === cell) ?? cell)
    .pipe(z.enum(codes))
}
