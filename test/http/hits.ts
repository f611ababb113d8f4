/** What a body of one hit a line says it is. */
export const NDJSON = { 'content-type': 'application/x-ndjson' }

/** Lines as they travel. */
export function ndjson(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** A hit as a tool reports it. */
export function hit(id: string, more: object = {}) {
  return {
    ...{ id, url: `https://a.test/${id}`, captured_at: '2022-09-04T00:00:00Z' },
    ...{ indicator_id: 'WD-04', observation: '超过14天未更新', gone: false, ...more },
  }
}
