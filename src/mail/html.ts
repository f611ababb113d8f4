const MARKUP = Symbol('markup')

/**
 * Markup this module made: text becomes Html only by being escaped, so nothing else can forge one.
 */
export interface Html {
  readonly [MARKUP]: string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/**
 * A template whose interpolated strings are escaped and whose Html is kept; safe in text and quoted
 * attributes.
 */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (Html | string | readonly Html[])[]
): Html {
  const parts = strings.map((fixed, i) => fixed + markupOf(values[i] ?? ''))
  return { [MARKUP]: parts.join('') }
}

/** The finished markup. */
export function rendered(part: Html): string {
  return part[MARKUP]
}

function markupOf(value: Html | string | readonly Html[]): string {
  if (typeof value === 'string') return value.replace(/[&<>"'`]/g, (char) => ESCAPES[char] ?? '')
  return 'length' in value ? value.map(rendered).join('') : rendered(value)
}

declare const origin: unique symbol

/** The one address mails may link to: scheme, host and port as configured, never from a request. */
export type Origin = string & { readonly [origin]: true }

/**
 * The configured text as an origin; throws RangeError unless it is exactly `http(s)://host[:port]`.
 */
export function originOf(text: string): Origin {
  if (!isOrigin(text)) throw new RangeError('an origin is http(s)://host[:port] without a path')
  return text
}

/** The URL parser alone lets quotation marks pass in a host. */
function isOrigin(text: string): text is Origin {
  const shape = /^https?:\/\/[a-z0-9.:[\]-]+$/
  return shape.test(text) && URL.canParse(text) && new URL(text).origin === text
}
