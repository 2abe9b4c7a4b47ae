import type { DataSource } from 'typeorm';

/**
 * Everything a migration made in schema `public`, as sorted lines: columns, constraints, indexes, views, functions and
 * triggers. Compared with a committed snapshot it shows drift that TypeORM's own diff misreads.
 */
export async function catalogueSnapshot(dataSource: DataSource): Promise<string> {
  const rows: readonly { line: string }[] = await dataSource.query(`
    select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case a.attidentity when '' then '' else ' identity' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
        and c.relname <> 'migration'
    union all
    select 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' and conrelid <> 'migration'::regclass
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
    union all
    select 'view ' || viewname || ' ' || regexp_replace(definition, '\\s+', ' ', 'g') from pg_views where schemaname = 'public'
    union all
    select 'function ' || p.oid::regprocedure || ' ' || md5(prosrc) from pg_proc p
      where pronamespace = 'public'::regnamespace
        and not exists (select 1 from pg_depend x where x.objid = p.oid and x.deptype = 'e')
    union all
    select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    order by 1`);
  return `${rows.map((row) => row.line).join('\n')}\n`;
}
