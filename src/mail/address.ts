const ID = /^[A-Za-z0-9-]{1,64}$/

/**
 * The id of a mail as a file name and Message-ID may carry it; throws RangeError for anything else.
 */
export function checkedMailId(id: string): string {
  if (!ID.test(id)) throw new RangeError('a mail id holds letters, digits and hyphens only')
  return id
}
