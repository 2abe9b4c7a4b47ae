import { membership } from '@guildhall/membership';
import { createCommands, type MembershipCommands } from '@guildhall/membership/commands';
import {
  createKit,
  createLogger,
  createServiceDataSource,
  migrateService,
  systemClock,
  systemIds,
} from '@guildhall/subgraph';
import { loadOrCreateInstallation } from '../installation.js';
import { joinDatabases } from '../open-databases.js';
import type { Settings } from '../settings.js';

/** The membership service as the command line works with it. */
export type OpenMembership = { readonly commands: MembershipCommands; close(): Promise<void> };

/**
 * Opens the register of this installation, beside a running platform or on its own, brought to the newest schema.
 * What a command changes reaches the other services through the platform, at once or at its next start.
 */
export async function openMembership(
  settings: Settings,
  onProgress: (sentence: string) => void,
): Promise<OpenMembership> {
  const installation = await loadOrCreateInstallation(settings.dataFolder);
  const databases = await joinDatabases(settings, installation, onProgress);
  try {
    const config = {
      databaseUrl: databases.urls.membership,
      poolSize: 2,
      clock: systemClock,
      ids: systemIds(systemClock),
      logger: createLogger('membership', settings.logLevel),
      campusZone: settings.campusZone,
      transport: { deliver: () => Promise.reject(new Error('a command sends no events by itself')) },
      environment: {},
    };
    await migrateService(membership, config);
    const dataSource = await createServiceDataSource(membership, config).initialize();
    return {
      commands: createCommands(createKit(dataSource, config, () => undefined)),
      async close() {
        await dataSource.destroy();
        await databases.close();
      },
    };
  } catch (error) {
    await databases.close();
    throw error;
  }
}
