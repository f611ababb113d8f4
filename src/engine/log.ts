/** Where the engine says what an operator should know. Fields are ids, codes and errors, never texts of findings. */
export interface Log {
  info(message: string, fields?: object): void
  error(message: string, fields?: object): void
}
