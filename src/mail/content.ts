/** A whole mail as it is stored and sent. */
export interface MailContent {
  subject: string
  text: string
  /**
   * A complete document: no script, no image, no style sheet, links to the configured origin only.
   */
  html: string
}
