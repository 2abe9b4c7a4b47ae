import { waitFor, type TestService } from '@guildhall/testing';

/** Starts `act` while another writer has changed the row and not committed yet, and lets that writer commit once `act` waits for the row. */
export async function whileChanged(
  { dataSource }: Pick<TestService, 'dataSource'>,
  { table, id }: { readonly table: string; readonly id: unknown },
  act: () => Promise<unknown>,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query(`update ${table} set version = version + 1 where id = $1`, [id]);
  const acting = act();
  // The server is shared with other tests: only this database's waiters tell.
  await waitFor('it waits for the row', async () => {
    const waiting: readonly unknown[] = await dataSource.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  });
  await runner.commitTransaction();
  await runner.release();
  await acting;
}
