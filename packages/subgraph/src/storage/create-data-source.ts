import { DataSource, DefaultNamingStrategy, type EntitySchema, type MigrationInterface } from 'typeorm';
import { LastingClient } from './lasting-client.js';

/** A hand-written, reversible migration class. */
export type MigrationClass = new () => MigrationInterface;

/** What a service's data source is made of. `poolSize` counts connections. */
export type DataSourceOptions = {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly MigrationClass[];
  readonly poolSize: number;
};

/** camelCase in code, snake_case in the database; nothing else is derived. */
class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return super.columnName(propertyName, customName ?? snakeCase(propertyName), prefixes);
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A data source that never changes the schema by itself: migrations are explicit. */
export function createDataSource({ url, entities, migrations, poolSize }: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
    logging: false,
    poolSize,
    extra: { Client: LastingClient, connectionTimeoutMillis: 10_000, statement_timeout: 15_000, keepAlive: true },
  });
}
