/** One command of the command line. */
export interface Command {
  usage: string
  /** Returns the exit code, or -1 when the process goes on by itself. */
  run(args: string[]): Promise<number>
}
