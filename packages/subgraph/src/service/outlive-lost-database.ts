import type { Logger } from 'pino';
import { sqlState } from '../storage/rows.js';

/** What the operating system and PostgreSQL say when a database is away, restarting or out of reach. */
const lossCodes = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const lossMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query runner already released)/;

/** Whether an error says that the database is away, rather than that something is wrong with what was asked of it. */
export function isDatabaseLoss(error: unknown): boolean {
  if (lossCodes.test(sqlState(error) ?? '')) return true;
  return error instanceof Error && lossMessages.test(error.message);
}

/**
 * Keeps a process alive when a library leaves a lost database unhandled, as the job worker does when it cannot report a
 * failed job: the job is tried again by itself. Anything else that nobody handles still ends the process.
 */
export function outliveLostDatabase(logger: Logger): void {
  process.on('unhandledRejection', (error) => {
    if (!isDatabaseLoss(error)) throw error;
    logger.warn({ code: sqlState(error) }, 'work in the background lost its database');
  });
}
