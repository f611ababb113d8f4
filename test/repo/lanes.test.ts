import t from 'tap'
import { lanesOf, WAITING } from '../helpers/lanes.js'
import { projectFiles, textOf } from '../helpers/project-files.js'

const files = projectFiles().filter((file) => /^test\/.*\.test\.ts$/.test(file))
const { beside, after } = lanesOf(files)
const [usual, waiting, thinking] = beside

t.test('a whole run runs every test once', async (t) => {
  const run = [...beside, after].flatMap((lane) => lane.files)
  t.strictSame(run.toSorted(), files.toSorted())
  t.ok(after.files.length > 0 && after.jobs === 1, 'some run by themselves')
  t.ok(after.files.every((file) => file.startsWith('test/bench/alone/')))
})

t.test('no more works at a time than before but what waits and what only thinks', async (t) => {
  t.equal(usual?.jobs, 2)
  t.strictSame(waiting?.files.toSorted(), Object.keys(WAITING).toSorted())
  t.strictSame([waiting?.jobs, thinking?.jobs], [1, 1])
  t.ok((thinking?.niceness ?? 0) > 0, 'thinking makes way')
  t.ok((thinking?.files.length ?? 0) > 100)
})

t.test('what only thinks asks no server, starts nothing and measures nothing', async (t) => {
  const acting =
    /performance\.now|Date\.now|child_process|worker_threads|testOffice|testServer|testDatabase|fromRun/
  t.strictSame(
    thinking?.files.filter((file) => acting.test(textOf(file))),
    [],
  )
})
