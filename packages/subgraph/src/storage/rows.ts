import type { EntityManager, EntitySchema, ObjectLiteral, ValueTransformer } from 'typeorm';

/** Somebody else changed the row since it was read. The transaction turns it into a `ConflictError`. */
export class ConcurrentWrite extends Error {
  override readonly name = 'ConcurrentWrite';
}

/** For nullable columns: `null` stays in SQL, code sees `undefined`. */
export const absent: ValueTransformer = {
  from: (value: unknown) => value ?? undefined,
  to: (value: unknown) => value ?? null,
};

/** Writes a new row and returns it unchanged. */
export async function insertRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  row: Row,
): Promise<Row> {
  await manager.createQueryBuilder().insert().into(entity).values(withNulls(entity, row)).updateEntity(false).execute();
  return row;
}

/**
 * Replaces a row that was read at `row.version` and returns it with the next version.
 * Throws {@link ConcurrentWrite} when another writer was first.
 */
export async function updateRow<Row extends ObjectLiteral & { readonly id: string; readonly version: number }>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  row: Row,
): Promise<Row> {
  const changed: Row = { ...row, version: row.version + 1 };
  const result = await manager
    .createQueryBuilder()
    .update(entity)
    .set(withNulls(entity, changed))
    .where('id = :id and version = :version', { id: row.id, version: row.version })
    .execute();
  if (result.affected !== 1) throw new ConcurrentWrite();
  return changed;
}

/** TypeORM leaves out `undefined` when it updates, so an absent value must become an explicit null. */
function withNulls<Row extends ObjectLiteral>(entity: EntitySchema<Row>, row: Row): Row {
  const names = Object.keys(entity.options.columns);
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null])) as Row;
}

/** The name of the constraint a database error broke, if it is a constraint error. */
export function brokenConstraint(error: unknown): string | undefined {
  const source = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  const isNamed = typeof source === 'object' && source !== null && 'constraint' in source;
  return isNamed && typeof source.constraint === 'string' ? source.constraint : undefined;
}

/** The SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const source = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  const isCoded = typeof source === 'object' && source !== null && 'code' in source;
  return isCoded && typeof source.code === 'string' ? source.code : undefined;
}
