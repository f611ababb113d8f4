/**
 * The text with full-width letters, digits and signs as ASCII and without white space: 收到之日起 ５ 个工作日 becomes
 * 收到之日起5个工作日. Two numbers stay apart by one space. What it says stays; only how it was typed goes.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/[\u200b\ufeff]+/g, '')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[〔﹝]/g, '(')
    .replace(/[〕﹞]/g, ')')
}

/** How far a full-width sign lies above its ASCII twin. */
const FULL_WIDTH = 0xfee0
