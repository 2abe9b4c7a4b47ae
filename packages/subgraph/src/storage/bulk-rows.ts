import type { EntityManager } from 'typeorm';

/** One row by column name, ready for JSON. */
export type Row = Readonly<Record<string, unknown>>;

const chunkSize = 1000;

/** Writes many rows of one table, a thousand a statement. A column that a row leaves out is null in it. */
export async function insertRows(manager: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ');
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = JSON.stringify(rows.slice(from, from + chunkSize));
    await manager.query(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [chunk],
    );
  }
}
