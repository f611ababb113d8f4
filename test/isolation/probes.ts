import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import type { Carry } from '../http/support.js'
import { inputsOf } from './inputs.js'
import { headersOf, type Words } from './words.js'

/**
 * A word at every place where anything is written, also where none belongs: ids, dates, numbers, addresses, headers
 * and names nobody knows. Returns what was answered with a fault of ours.
 */
export async function probe(carry: Carry, token: string, given: Words): Promise<string[]> {
  const faults: string[] = []
  const send = async (input: string, request: Parameters<Carry>[0]) => {
    const { statusCode, payload } = await carry(request)
    if (statusCode >= 500) faults.push(`${input}: ${payload}`)
  }
  const authorization = `Bearer ${token}`
  for (const operation of OPERATIONS) {
    for (const { part, path } of inputsOf(operation)) {
      const input = `${operation.id} ${part} ${path} (refused)`
      await send(
        input,
        requestOf(operation, part, path, given.next(input, 'office'), authorization),
      )
    }
    const strange = `${operation.id} (strange)`
    const word = given.next(strange, 'office')
    await send(strange, requestOf(operation, 'query', `/${word}`, word, authorization))
    await send(strange, requestOf(operation, 'body', `/${word}`, word, authorization))
  }
  const word = (name: string) => given.next(name, 'office')
  const get = { method: 'GET', url: '/v1/me' } as const
  const wrong = { authorization: `Bearer ${word('authorization')}` }
  await send('authorization', { ...get, headers: wrong })
  for (const name of ['office-id', 'if-match', 'accept', 'content-type']) {
    await send(name, { ...get, headers: { authorization, [name]: word(name) } })
  }
  for (const path of [`/${word('path')}`, `/v1/${word('path')}`, `/v1/findings/%${word('path')}`]) {
    await send('path', { ...get, url: path, headers: { authorization } })
  }
  const json = { authorization, 'content-type': 'application/json', 'idempotency-key': '1' }
  for (const payload of [word('text'), `{"${word('JSON')}`, `["${word('JSON')}"]`]) {
    await send('body', { method: 'POST', url: '/v1/notices', headers: json, payload })
  }
  return faults

  function requestOf(
    { method, path, id }: Operation,
    part: string,
    at: string,
    said: string,
    bearer: string,
  ): Parameters<Carry>[0] {
    const name = at.split('/')[1] ?? ''
    const url = path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
      part === 'params' && param === name ? said : '0190b3d0-0000-7000-8000-000000000000',
    )
    const headers = {
      ...{ ...headersOf(given), authorization: bearer, 'content-type': 'application/json' },
      ...{ 'idempotency-key': given.next(`${id} key`, 'office'), 'if-match': '"1"' },
    }
    const query = part === 'query' ? { [name]: said } : {}
    const body = part === 'body' ? nested(at.split('/').slice(1), said) : {}
    const payload = method === 'GET' ? {} : { payload: JSON.stringify(body) }
    return { method, url, query, headers, ...payload }
  }
}

/** A word at a path: `['findings', '*', 'problem']` as `{ findings: [{ problem: word }] }`. */
function nested([name, ...rest]: readonly string[], word: string): unknown {
  if (name === undefined) return word
  return name === '*' ? [nested(rest, word)] : { [name]: nested(rest, word) }
}
