const MAX_POINTS = 120
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name a person gave a file, as it may be stored and shown: no folders, nothing invisible,
 * nothing Windows refuses, at most 120 code points with the extension kept. It never becomes a path
 * of ours.
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(RESERVED, (word) => `_${word}`)
  return plain === '' ? 'file' : shortened(plain)
}

/**
 * Content-Disposition for a download (RFC 6266): an ASCII fallback and the real name after RFC
 * 8187.
 */
export function attachmentHeader(name: string): string {
  const clean = cleanFileName(name)
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

function shortened(name: string): string {
  const points = Array.from(name)
  if (points.length <= MAX_POINTS) return name
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  return points.slice(0, MAX_POINTS - extension.length).join('') + extension
}
