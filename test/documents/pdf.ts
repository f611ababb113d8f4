import { loadPdfLibrary } from '../../src/notices/pdf/pdf.js'

/** A PDF as another program reads it: the text of each page without spaces, and what is attached. */
export async function readPdf(bytes: Buffer) {
  const { getDocument, verbosity } = await loadPdfLibrary()
  const task = getDocument({ data: new Uint8Array(bytes), verbosity })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push(text.replaceAll(/\s/g, ''))
  }
  const attached = (await document.getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null
  const files = Object.values(attached ?? {}).map(({ filename, content }) => ({
    name: filename,
    text: Buffer.from(content).toString(),
  }))
  await task.destroy()
  return { pages, text: pages.join(''), files }
}
