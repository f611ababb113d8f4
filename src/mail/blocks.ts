import { type Html, html, type Origin } from './html.js'
import { oneLine } from './plain.js'

/**
 * What a message is made of; written once, rendered as text and as HTML, so that both say the same.
 */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** What must not be overlooked: urgent items and telephone numbers. */
  | { kind: 'alert'; text: string }
  /** One finding or slip with what is to be known about it, a line each. */
  | { kind: 'item'; title: string; lines: readonly string[] }
  | { kind: 'link'; text: string; origin: Origin }

/**
 * A part of a mail, able to stand alone. `subject` names what it holds, without names of people or
 * problems.
 */
export interface Message {
  subject: string
  text: string
  html: Html
}

/** The blocks as one message. */
export function message(subject: string, blocks: readonly Block[]): Message {
  return {
    subject: oneLine(subject),
    text: blocks.map(asText).join('\n\n'),
    html: html`${blocks.map(asHtml)}`,
  }
}

export function heading(text: string): Block {
  return { kind: 'heading', text }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function alert(text: string): Block {
  return { kind: 'alert', text }
}

/** An item; lines that are null say nothing and are left out. */
export function item(title: string, lines: readonly (string | null)[]): Block {
  return { kind: 'item', title, lines: lines.filter((line) => line !== null) }
}

function asText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `【${oneLine(block.text)}】`
    case 'paragraph':
      return oneLine(block.text)
    case 'alert':
      return `★ ${oneLine(block.text)}`
    case 'item':
      return [oneLine(block.title), ...block.lines.map((line) => `  ${oneLine(line)}`)].join('\n')
    case 'link':
      return `${oneLine(block.text)}：${block.origin}`
  }
}

const MARGIN = 'margin:8px 0'
const ITEM = `${MARGIN};padding:8px 12px;border-left:3px solid #999`
const ALERT = `${MARGIN};color:#b00020;font-weight:bold`

function asHtml(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2 style="font-size:17px;margin:20px 0 8px">${oneLine(block.text)}</h2>\n`
    case 'paragraph':
      return html`<p style="${MARGIN}">${oneLine(block.text)}</p>\n`
    case 'alert':
      return html`<p style="${ALERT}">${oneLine(block.text)}</p>\n`
    case 'item':
      return html`<div style="${ITEM}">
<strong>${oneLine(block.title)}</strong>${block.lines.map((line) => html`<br>${oneLine(line)}`)}
</div>\n`
    case 'link':
      return html`<p style="${MARGIN}">${oneLine(block.text)}：<a href="${block.origin}">${
        block.origin
      }</a></p>\n`
  }
}
