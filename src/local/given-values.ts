import { z } from 'zod'
import { isSafeDatabase, isSafeMailServer, isSafePage } from './given-addresses.js'
import { hasWeakPassword, isGuessable } from './given-secrets.js'

// What may stand in a variable of the environment, by its kind.

export const port = z.coerce.number().int().min(0).max(65_535)
export const hostAndPort = z.string().regex(/^[^\s:/]+:\d{1,5}$/, '应写成 主机:端口')
const KNOWN_TO_ALL = '口令是示例里的、太短或猜得到的，请换一个'
const withPassword = (url: z.ZodURL) =>
  url.refine((address) => !hasWeakPassword(address), KNOWN_TO_ALL)
export const databaseUrl = withPassword(
  z.url({ protocol: /^postgres(ql)?$/, error: '应是 postgres:// 地址' }),
).refine(isSafeDatabase, '不在本机，连接要加密并核对证书：在地址后写 ?sslmode=verify-full')
export const smtpUrl = withPassword(
  z.url({ protocol: /^smtps?$/, error: '应是 smtp:// 或 smtps:// 地址' }),
).refine(
  isSafeMailServer,
  '不在本机，要加密：用 smtps://，或在地址后写 ?requireTLS=true；不能放宽证书核对',
)

/** A number of bytes, with what is usual. */
export const bytes = (usual: number) => z.coerce.number().int().min(1).default(usual)
export const pem = z.string().regex(/^-----BEGIN [A-Z ]+-----/, '应是 PEM 文本，或用文件给出')

/** Keys that come over an open network could be anybody's, and files that cross one are everybody's. */
export const safeUrl = z.url({ protocol: /^https?$/ }).refine(isSafePage, '应是 https:// 地址')
export const bucketUrl = safeUrl.refine((url) => /^[^?#@]+$/.test(url), '应只有主机和存储桶')

/** A secret of at least so many characters that nobody guesses. */
export const randomSecret = (length: number) =>
  z
    .string()
    .min(length, `至少 ${length} 个字符`)
    .refine((secret) => !isGuessable(secret), '是示例里的或太有规律，请用随机生成的')

/** Values divided by commas. */
export const listed = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.string().min(1)))

/** A range of addresses. */
export const cidr = z.union([z.cidrv4(), z.cidrv6()], {
  error: '应写成 地址/位数，如 127.0.0.1/32',
})

/** What may stand between quotes in a header. */
export const quotable = z.string().regex(/^[!#-[\]-~]+$/, '含有不能写入请求头的字符')
