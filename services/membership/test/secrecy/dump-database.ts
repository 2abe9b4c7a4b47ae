import { Client } from 'pg';

/** One row as whoever reads the whole database sees it, the columns that PostgreSQL adds included. */
export type DumpedRow = {
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
  /** Which transaction wrote it, with which of its commands, and which one locked or deleted it. */
  readonly system: Readonly<Record<'xmin' | 'cmin' | 'xmax' | 'cmax', string>>;
  /** Where it lies in the file of its table, from 0. */
  readonly place: number;
  /** Everything in it as text. */
  readonly text: string;
};

type Ask = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

/** Does some work with statements of the superuser. */
export async function asSuperuser<T>(superuserUrl: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await work(async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const { rows } = await client.query(sql, [...parameters]);
      return rows as Row[];
    });
  } finally {
    await client.end();
  }
}

/** Every row of every table outside the catalogue, each table in the order of its file. */
export function dumpDatabase(superuserUrl: string): Promise<readonly DumpedRow[]> {
  return asSuperuser(superuserUrl, async (ask) => {
    const tables = await ask<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const dumped: DumpedRow[] = [];
    for (const { name } of tables) {
      const rows = await ask<Omit<DumpedRow, 'table' | 'place'>>(
        `select to_jsonb(t) as columns, t::text as text, jsonb_build_object('xmin', t.xmin::text, 'cmin', t.cmin::text,
           'xmax', t.xmax::text, 'cmax', t.cmax::text) as system from ${name} t order by t.ctid`,
      );
      const table = name.replace('public.', '');
      dumped.push(...rows.map((row, place) => ({ ...row, table, place })));
    }
    return dumped;
  });
}

/** The files of a database that hold a text or bytes, named by the relation they belong to; nothing's name stands for files of none. */
export function filesHolding(superuserUrl: string, needle: Buffer): Promise<readonly string[]> {
  return asSuperuser(superuserUrl, async (ask) => {
    await ask('checkpoint');
    const rows = await ask<{ name: string }>(
      `select coalesce((select relname from pg_class where relfilenode = split_part(split_part(f.name, '.', 1), '_', 1)::oid), 'nothing') as name
       from (select d.folder, pg_ls_dir(d.folder) as name
         from (select 'base/' || oid as folder from pg_database where datname = current_database()) d) f
       where f.name ~ '^[0-9]+(_[a-z]+)?(\\.[0-9]+)?$'
         and position($1::bytea in pg_read_binary_file(f.folder || '/' || f.name, 0, 500000000, true)) > 0
       order by 1`,
      [needle],
    );
    return rows.map(({ name }) => name);
  });
}

/** A version of a row as it lies in the file of its table, whether anybody can still see it or not. */
export type Tuple = { readonly xmin: number; readonly xmax: number; readonly cid: number };

const pageBytes = 8192;
const headerBytes = 24;

/** Every version of a row in the file of a table: read from the pages themselves, past what PostgreSQL shows. */
export function readPages(superuserUrl: string, table: string): Promise<readonly Tuple[]> {
  return asSuperuser(superuserUrl, async (ask) => {
    await ask('checkpoint');
    const rows = await ask<{ file: Buffer }>('select pg_read_binary_file(pg_relation_filepath($1::regclass)) as file', [
      table,
    ]);
    const file = rows[0]?.file ?? Buffer.alloc(0);
    const tuples: Tuple[] = [];
    for (let page = 0; page < file.length; page += pageBytes) {
      const lower = file.readUInt16LE(page + 12);
      for (let line = headerBytes; line < lower; line += 4) {
        // A line pointer: 15 bits of offset, two of state, 15 of length; without a length it points to nothing.
        const pointer = file.readUInt32LE(page + line);
        if (pointer >>> 17 === 0) continue;
        const at = page + (pointer & 0x7fff);
        tuples.push({ xmin: file.readUInt32LE(at), xmax: file.readUInt32LE(at + 4), cid: file.readUInt32LE(at + 8) });
      }
    }
    return tuples;
  });
}
