/** Says a figure of a run that passed, where `npm test` lets it through: it hides what a passing file writes to stdout. */
export function figure(line: string): void {
  console.error(`  # ${line}`)
}
