/** Why the embedded database could not start; apps and CLIs branch on this, never on the message. */
export type StartFailureReason =
  | 'PORT_IN_USE'
  | 'DATA_FOLDER_READ_ONLY'
  | 'DISK_FULL'
  | 'UNSUPPORTED_PLATFORM'
  | 'ALREADY_RUNNING'
  | 'VERSION_MISMATCH'
  | 'FAILED';

/** The embedded database cannot start. The message is one sentence a person can act on, safe to print as it is. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';

  constructor(
    readonly reason: StartFailureReason,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
