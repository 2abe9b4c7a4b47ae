import { AsyncLocalStorage } from 'node:async_hooks';
import { AbstractLogger, type DataSource } from 'typeorm';

/** Runs work and returns the statements it sent. */
export type StatementCounter = (work: () => Promise<unknown>) => Promise<readonly string[]>;

/** What the relay and the inbox poll for, with their transactions; reads use none. */
const background = /outbox_delivery|inbox_event|^(START TRANSACTION|COMMIT|ROLLBACK)/;

/** Which work is counted: jobs that run meanwhile are not part of it. */
const counted = new AsyncLocalStorage<StatementLog>();

class StatementLog extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string): void {
    if (counted.getStore() === this && !background.test(query)) this.statements.push(query);
  }

  protected override writeLog(): void {}
}

/** Records every statement that the work sends through a data source; not those of jobs and event loops that run meanwhile. */
export async function countStatements(
  dataSource: DataSource,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const before = dataSource.logger;
  const log = new StatementLog('all');
  dataSource.logger = log;
  try {
    await counted.run(log, work);
  } finally {
    dataSource.logger = before;
  }
  return log.statements;
}
