import type { EntityManager } from 'typeorm';

/** One row by column name, ready for JSON. */
export type Row = Readonly<Record<string, unknown>>;

const chunkSize = 1000;

/** Writes many rows of one table, a thousand a statement. Every column of the table must be named in the rows or be nullable. */
export async function insertRows(manager: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = JSON.stringify(rows.slice(from, from + chunkSize));
    await manager.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`, [
      chunk,
    ]);
  }
}
