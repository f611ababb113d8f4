import pg from 'pg'

const AT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/

/** `2022-09-05 08:30:00.5+00` → `2022-09-05T08:30:00.500Z`; RangeError for infinity and other zones. */
export function readInstant(text: string): string {
  if (!AT.test(text)) throw new RangeError(`not an instant of this house: ${text}`)
  const milliseconds = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`
}

/** int8 as a number; RangeError beyond what a number holds exactly. */
export function readInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`)
  return value
}

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: readInt8,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIME]: (text) => text.slice(0, 'HH:mm'.length),
  [pg.types.builtins.TIMESTAMPTZ]: readInstant,
}

/** How columns become values, handed to each pool; the driver's process-wide table is left alone. */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid, format): (text: string) => unknown {
    const usual = pg.types.getTypeParser(oid, format) as (text: string) => unknown
    return format === 'binary' ? usual : (PARSERS[oid] ?? usual)
  },
}
