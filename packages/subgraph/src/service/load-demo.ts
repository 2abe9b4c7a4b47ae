import type { BaseContext } from '../server/shared-resolvers.js';
import type { SeedOptions, ServiceConfig, ServiceDefinition } from './define-service.js';
import { createServiceDataSource } from './start-service.js';

/**
 * Loads a service's labelled demo rows once, all or nothing: a start that is killed half-way begins again. Does nothing
 * when they are there, or when the service has none.
 */
export async function loadDemo<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  config: ServiceConfig,
  options: SeedOptions,
): Promise<void> {
  const dataSource = await createServiceDataSource(definition, { ...config, poolSize: 1 }).initialize();
  try {
    await dataSource.transaction(async (manager) => {
      await manager.query(`set local statement_timeout = 0`);
      const marked: readonly unknown[] = await manager.query(
        'insert into demo_load (anchor, size) values ($1, $2) on conflict do nothing returning anchor',
        [options.anchor, options.size],
      );
      if (marked.length > 0) await definition.seed?.(manager, options);
    });
  } finally {
    await dataSource.destroy();
  }
}
