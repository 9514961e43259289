/** Output streams of the command. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether `stderr` is a terminal. */
  readonly isTTY: boolean;
}
