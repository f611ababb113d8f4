#!/usr/bin/env node
/**
 * Stands in for curl on a machine that has none: as much of it as the README's commands use. `-s`, `-X`, `-H`, `-d`,
 * `-F file=@-;filename=…;type=…` from standard input, `-D -` for the head and `-o /dev/null` for no body.
 */
import { readFileSync } from 'node:fs'

const given = {
  method: null,
  headers: [],
  body: null,
  form: null,
  head: false,
  quiet: false,
  url: '',
}
const TAKES = {
  '-X': (value) => (given.method = value),
  '-H': (value) => given.headers.push(value.split(/:\s*/, 2)),
  '-d': (value) => (given.body = value),
  '-F': (value) => (given.form = value),
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

const sent = given.form === null ? given.body : formOf(given.form)
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

function formOf(part) {
  const [, name = '', filename = '', type = ''] =
    /^(\w+)=@-;filename=([^;]+);type=([^;]+)$/.exec(part) ?? []
  const form = new FormData()
  form.set(name, new File([readFileSync(0)], filename, { type }))
  return form
}
