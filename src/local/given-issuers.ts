import { z } from 'zod'
import { safeUrl } from './given-values.js'

/** Who signs the tokens that are taken, as JSON; the keys of each are in a file or at an address, one of both. */
export function issuersWith<const A extends readonly [string, ...string[]]>(algorithms: A) {
  const issuer = z
    .strictObject({
      issuer: z.string().min(1),
      audience: z.string().min(1),
      algorithms: z
        .array(z.enum(algorithms))
        .min(1)
        .default(() => [...algorithms]),
      jwks_file: z.string().min(1).optional(),
      jwks_url: safeUrl.optional(),
    })
    .refine((one) => (one.jwks_file === undefined) !== (one.jwks_url === undefined), {
      error: '每个签发方要有 jwks_file 或 jwks_url，恰好一个',
    })
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: '不是合法的 JSON' })
        return z.NEVER
      }
    })
    .pipe(z.array(issuer))
}
