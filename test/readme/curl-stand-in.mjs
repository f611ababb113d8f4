#!/usr/bin/env node
/**
 * Stands in for curl on a machine that has none: as much of it as the README's commands use. `-s`, `-X`, `-H`, `-d`,
 * `-F name=value` and `-F file=@-;filename=…;type=…` from standard input, `-D -` for the head, `-o /dev/null` for no body.
 */
import { readFileSync } from 'node:fs'

const given = {
  method: null,
  headers: [],
  body: null,
  parts: [],
  head: false,
  quiet: false,
  url: '',
}
const TAKES = {
  '-X': (value) => (given.method = value),
  '-H': (value) => given.headers.push(value.split(/:\s*/, 2)),
  '-d': (value) => (given.body = value),
  '-F': (value) => given.parts.push(value),
  '-D': (value) => (given.head = value === '-'),
  '-o': (value) => (given.quiet = value === '/dev/null'),
}

const words = process.argv.slice(2)
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  if (word === '-s') continue
  if (word in TAKES) TAKES[word](words.shift() ?? '')
  else if (/^https?:/.test(word)) given.url = word
  else throw new Error(`the stand-in for curl does not know ${word}`)
}

const sent = given.parts.length === 0 ? given.body : formOf(given.parts)
const answer = await fetch(given.url, {
  method: given.method ?? (sent === null ? 'GET' : 'POST'),
  headers: given.headers,
  body: sent,
})
if (given.head) {
  process.stdout.write(`HTTP/1.1 ${answer.status} ${answer.statusText}\r\n`)
  for (const [name, value] of answer.headers) process.stdout.write(`${name}: ${value}\r\n`)
  process.stdout.write('\r\n')
}
const text = await answer.text()
if (!given.quiet) process.stdout.write(text)

function formOf(parts) {
  const form = new FormData()
  for (const part of parts) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(part) ?? []
    const [, filename, type = ''] = /^@-;filename=([^;]+);type=([^;]+)$/.exec(value) ?? []
    form.append(name, filename ? new File([readFileSync(0)], filename, { type }) : value)
  }
  return form
}
