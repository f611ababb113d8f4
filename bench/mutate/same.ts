/** What comes to the same whichever way it is done: why, and where. */
export const SAME: Readonly<
  Record<string, readonly (readonly [file: string, kind: string, ...was: readonly string[]])[]>
> = {
  'a quicker way to what the rules of the zone give as well': [
    [
      'zone.ts',
      'condition is false',
      'zone === SHANGHAI && local >= SHANGHAI_STEADY_FROM + DAY_MS',
      'zone === SHANGHAI && ms >= SHANGHAI_STEADY_FROM',
      'known',
    ],
  ],
  'the quicker way begins a little sooner or later, where both give the same': [
    ['zone.ts', 'number is one more', '86_400_000', '1992', '0', '1'],
    [
      'zone.ts',
      '>= becomes >',
      'local >= SHANGHAI_STEADY_FROM + DAY_MS',
      'ms >= SHANGHAI_STEADY_FROM',
    ],
    ['zone.ts', '+ becomes -', 'SHANGHAI_STEADY_FROM + DAY_MS'],
  ],
  'without the quicker way the rules of the zone are asked': [
    ['zone.ts', 'block is empty', '{ return fromEpoch(local - SHANGHAI_OFFSET_MS) }'],
  ],
  'the quicker way is never taken then': [['zone.ts', 'string is another', "'Asia/Shanghai'"]],
  'it is built again each time': [
    ['zone.ts', 'statement is left out', 'formatters.set(zone, made)'],
  ],
  '24:00 is read as the next midnight anyway': [
    ['zone.ts', 'string is another', "'24:00'"],
    ['zone.ts', 'condition is false', "time === '24:00'"],
  ],
  'no working day after a working day is that day itself': [
    ['clock/plan.ts', 'condition is false', 'offset === 0'],
  ],
  'before the first rung stands none, which counts as 0': [
    ['clock/plan.ts', 'condition is false', 'rung === 0'],
    ['clock/plan.ts', 'number is one more', '0'],
  ],
  'no milestone is planned that finds nothing to record': [
    ['clock/advance.ts', 'condition is true', 'event'],
    ['clock/advance.ts', 'string is another', "'skipped'"],
  ],
  'all that sorting asks is the sign': [
    ['clock/advance.ts', 'number is one more', '1'],
    ['phrases/read-due.ts', 'number is one more', '1', '0'],
    ['chain.ts', 'number is one more', '1'],
    ['clock/plan.ts', 'number is one more', '1'],
    ['forecast.ts', 'number is one more', '1'],
  ],
  'sorts behind every instant as well': [['phrases/read-due.ts', 'string is another', "'~'"]],
  'what the clock causes is named by its own instant, not by its number': [
    ['clock/foresee.ts', '+ becomes -', 'before.finding.seq + 1'],
    ['clock/foresee.ts', 'number is one more', '1'],
  ],
  'spreading nothing changes no more than spreading an empty object': [
    ['evolve/recording.ts', 'function answers nothing', '({})'],
    ['evolve/issuing.ts', 'function answers nothing', '({})'],
    ['evolve/waiting.ts', 'function answers nothing', '({})'],
  ],
  'a table that lacks it answers undefined, and the fact stays as it is all the same': [
    ['evolve/recording.ts', 'entry is left out', 'inconclusive: null'],
  ],
  'a kind the switch does not know has no base either': [
    [
      'phrases/due-of-day.ts',
      'string is another',
      "'weekday'",
      "'end_of_month'",
      "'end_of_quarter'",
      "'days_later'",
      "'day_in_month'",
    ],
  ],
  'whether the office is open at once is asked before': [
    ['clock/gather.ts', 'condition is true', 'first'],
  ],
  'what cannot be read is caught below and answers null as well': [
    [
      'chain-check.ts',
      '&& becomes ||',
      "typeof link === 'object' && link !== null",
      "typeof link === 'object' && link !== null && 'texts' in link",
    ],
    [
      'chain-check.ts',
      'condition is true',
      "typeof link === 'object' && link !== null && 'texts' in link",
    ],
  ],
  'no text that cannot be read is canonical': [
    ['chain-check.ts', 'block is empty', '{ return null }'],
  ],
  'planning anew a plan that stands changes no row': [
    ['clock/advance.ts', 'condition is true', 'proof && waiting'],
    ['clock/advance.ts', '&& becomes ||', 'proof && waiting'],
    [
      'clock/advance.ts',
      '&& becomes ||',
      "situation.finding.state === 'notified' && situation.finding.receipt_un",
    ],
  ],
  'an indicator that is none is in no catalogue, whatever it is called': [
    ['due.ts', 'string is another', "'none'"],
    ['machine/correct.ts', 'string is another', "'none'"],
  ],
  'of the finding only its handling is asked': [
    ['machine/correct.ts', 'spread is left out', '...finding'],
  ],
  'what a draft begins with is none of the fields that revise': [
    ['evolve/evolve.ts', 'string is another', "'drafted'"],
  ],
  'a draft begins with the first plan anyway': [
    ['evolve/issuing.ts', '+ becomes -', 'finding.last_plan + 1'],
    ['evolve/issuing.ts', 'entry is left out', 'cycle_plan: finding.last_plan + 1'],
  ],
  'closing reads nothing of its event': [
    ['evolve/judging.ts', 'entry is left out', 'round: finding.rounds'],
    ['evolve/judging.ts', 'spread is left out', '...data'],
  ],
  'the first instant of an hour that begins is in office hours, where this is not asked': [
    ['clock/gather.ts', '> becomes >=', 'start > now'],
  ],
  'hours have both ends or none': [['hours.ts', '|| becomes &&', '!first || !last']],
  'such years have been refused before': [['instant.ts', 'condition is false', '!isDay(day)']],
  'in the first cycle both are the day of service': [
    ['machine/takedown.ts', 'condition is false', 'cycle === 1'],
  ],
  'how the slice will be proved is not foretold, only when': [
    ['forecast.ts', 'entry is left out', "how: 'mail' as const"],
    ['forecast.ts', 'string is another', "'mail'"],
  ],
  'every line has been counted before': [['notice/doubts.ts', 'number is one more', '0']],
  'whatever is issued has a due': [['notice/doubts.ts', 'false becomes true', 'false']],
  'any sign between the words will do': [['notice/doubts.ts', 'string is another', "'\\n'"]],
  'a recall is dealt with before the table is asked': [
    ['time-ledger.ts', 'string is another', "'same'"],
    ['time-ledger.ts', 'entry is left out', "recalled: 'same'"],
  ],
  'a spread of one moment is none': [['explain.ts', 'list lacks until', '[until, until]']],
  'no two steps of one kind fall on one instant': [
    ['clock/advance.ts', '- becomes +', 'a.step - b.step'],
  ],
  'the next working day of a working day is that day itself': [
    ['date-reading.ts', 'condition is false', 'working'],
    ['phrases/due-of-day.ts', 'condition is false', 'worked'],
  ],
  'two milliseconds before midnight are the same day as one': [
    ['phrases/due-of-length.ts', 'number is one more', '1'],
    ['due.ts', 'number is one more', '1'],
  ],
  'an urgent due is moved over no day, so its day is not asked': [
    ['explain.ts', 'entry is left out', 'date: localDateOf(calendar.zone, nearest)'],
  ],
  'there is always a reading': [['explain.ts', 'entry is left out', 'at', 'date: basis.from']],
  'no day more is the day itself': [['explain.ts', 'condition is true', 'calendar_days']],
  'a draft was proved to reach nobody': [
    ['notice/plan-issue.ts', 'entry is left out', 'proof: null'],
  ],
  'the machine refuses it in the same words': [
    ['notice/plan-issue.ts', 'condition is false', '!unit_id'],
  ],
  'what is not brought forward rolls on': [
    ['phrases/due-of-day.ts', 'spread is left out', '...USUAL_READING'],
  ],
  'what is no number makes no day either': [
    ['phrases/named-days.ts', '|| becomes &&', 'month === null || day === null'],
    ['phrases/named-days.ts', 'condition is false', 'month === null || day === null'],
  ],
  'no year that is read has fewer than four digits': [
    ['phrases/named-days.ts', 'string is another', "'0'"],
    ['phrases/when.ts', 'list lacks 4', '[Math.floor(months / 12), 4]'],
  ],
  'the last day has no number, and is asked for as it is': [
    ['phrases/when.ts', 'condition is false', "day === 'last'"],
    ['phrases/when.ts', 'string is another', "'last'"],
  ],
  'a day has one millisecond more than a multiple of seven': [
    [
      'phrases/when.ts',
      '/ becomes *',
      "(Date.parse(date) - Date.parse('1970-01-05')) / 86_400_000",
    ],
  ],
  'only whole minutes are read of a zone’s clock': [
    ['zone.ts', 'string is another', "'second'"],
    ['zone.ts', 'entry is left out', "second: '2-digit'"],
  ],
  'every part of a date has all its digits': [['zone.ts', 'string is another', "'0'"]],
  'nothing is read as 0, which every reader refuses': [
    ['phrases/numerals.ts', 'condition is false', '!hundreds && !ten && !ones'],
  ],
  'a quarter begun too early is stepped over': [['phrases/when.ts', 'number is one more', '1']],
  'a rung that was climbed is left only by a new ladder': [
    ['slip-rungs.ts', '&& becomes ||', 'moved && highest > finding.rung'],
  ],
  'where the rung of a slip comes back the recall is recorded alone': [
    ['slip-rungs.ts', 'some becomes every', "events.some((event) => event.type === 'recalled')"],
  ],
  'at an opening the clock changes nothing that a message or a digest asks of': [
    ['forecast.ts', '<= becomes <', 'step.at <= at'],
  ],
  'of two said at once either may come first': [
    ['phrases/read-due.ts', 'condition is false', 'first === second'],
    ['forecast.ts', 'condition is false', 'a.said_at === b.said_at'],
    ['forecast.ts', 'number is one more', '0'],
  ],
  'what is not said to be put aside is not': [
    ['forecast.ts', 'entry is left out', 'parked: false'],
  ],
  'whatever is on its unit’s turn has both a unit and a due': [
    ['forecast.ts', '|| becomes &&', '!unit_id || !due'],
  ],
  'the record of a draft begins with two events at once': [
    ['machine/draft.ts', 'number is one more', '0'],
  ],
  'only what lets the ladder begin anew lowers the rung': [
    [
      'slip-rungs.ts',
      '&& becomes ||',
      "event.data.kind === 'extension' && event.data.verdict === 'granted'",
    ],
  ],
  'what is held by no extension was let go before the answer': [
    ['clock/replan.ts', '&& becomes ||', "outcome === 'held' && finding.extension !== null"],
  ],
  'there is no life without an id': [['forecast.ts', 'condition is false', 'finding_id === null']],
  'any two names tell the ears apart': [
    ['messages.ts', 'string is another', "'unit'", "'office'"],
    ['messages.ts', '=== becomes !==', "recipient === 'unit'"],
  ],
  'what cannot be issued is recorded of nobody': [
    ['notice/plan-issue.ts', 'entry is left out', 'person_id: null', 'paper: null'],
  ],
  'on a ladder that began afresh the rung is 0, which is no slip': [
    ['slip-rungs.ts', '> becomes >=', 'rung > finding.rung'],
  ],
  'rungs 0 and 1 are no slips': [['slip-rungs.ts', 'number is one more', '0']],
}
