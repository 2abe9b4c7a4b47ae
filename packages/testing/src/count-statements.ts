import { AbstractLogger, type DataSource } from 'typeorm';

/** Runs work and returns the statements it sent. */
export type StatementCounter = (work: () => Promise<unknown>) => Promise<readonly string[]>;

/** What the relay and the inbox poll for, with their transactions; reads use none. */
const background = /outbox_delivery|inbox_event|^(START TRANSACTION|COMMIT|ROLLBACK)/;

class StatementLog extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string): void {
    if (!background.test(query)) this.statements.push(query);
  }

  protected override writeLog(): void {}
}

/** Records every statement that a data source sends while the work runs, except the polling of the event loops. */
export async function countStatements(
  dataSource: DataSource,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const before = dataSource.logger;
  const log = new StatementLog('all');
  dataSource.logger = log;
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return log.statements;
}
