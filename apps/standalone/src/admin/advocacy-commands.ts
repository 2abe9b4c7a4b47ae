import { advocacy } from '@guildhall/advocacy';
import { createCommands, type AdvocacyCommands } from '@guildhall/advocacy/commands';
import { createLogger, createServiceDataSource, migrateService, systemClock, systemIds } from '@guildhall/subgraph';
import { loadOrCreateInstallation } from '../installation.js';
import { joinDatabases } from '../open-databases.js';
import { serviceEnvironment } from '../service-configs.js';
import type { Settings } from '../settings.js';

/** What a command of the trust zone starts from. */
export type AdvocacyCall = {
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

const batchSize = 200;

/** Wraps every data key under the current master key, while the platform runs or not. 0 done, 1 some are left, 2 not understood. */
export async function rotateCaseKeys({ args, settings, stdout, stderr }: AdvocacyCall): Promise<0 | 1 | 2> {
  if (args.length > 0) {
    stderr.write('Usage: npm run admin -- rotate-case-keys\n');
    return 2;
  }
  return withAdvocacy({ settings, stderr }, async (commands) => {
    const { currentKeyId, rewrapped, counts } = await commands.rotateCaseKeys({
      batchSize,
      onProgress: (count) => stderr.write(`${count} keys wrapped anew.\n`),
    });
    const left = counts.filter(({ keyId }) => keyId !== currentKeyId);
    stdout.write(`${rewrapped} keys were wrapped anew under ${currentKeyId}.\n`);
    for (const { keyId, count } of left) stdout.write(`${count} keys are still under ${keyId}: run this again.\n`);
    if (left.length === 0) stdout.write('No key needs an older master key any more.\n');
    return left.length === 0 ? 0 : 1;
  });
}

/** Checks the chain of every read ledger. 0 all are as they were written, 1 some are not, 2 not understood. */
export async function verifyLedgers({ args, settings, stdout, stderr }: AdvocacyCall): Promise<0 | 1 | 2> {
  if (args.length > 0) {
    stderr.write('Usage: npm run admin -- verify-ledgers\n');
    return 2;
  }
  return withAdvocacy({ settings, stderr }, async (commands) => {
    const { chains, broken } = await commands.verifyLedgers((count) => stderr.write(`${count} ledgers checked.\n`));
    stdout.write(
      broken === 0
        ? `${chains} read ledgers are as they were written.\n`
        : `${broken} of ${chains} read ledgers are NOT as they were written.\n`,
    );
    return broken === 0 ? 0 : 1;
  });
}

async function withAdvocacy<Result>(
  { settings, stderr }: Pick<AdvocacyCall, 'settings' | 'stderr'>,
  work: (commands: AdvocacyCommands) => Promise<Result>,
): Promise<Result> {
  const installation = await loadOrCreateInstallation(settings.dataFolder);
  const databases = await joinDatabases(settings, installation, (sentence) => stderr.write(`${sentence}\n`));
  try {
    const config = {
      databaseUrl: databases.urls.advocacy,
      poolSize: 2,
      clock: systemClock,
      ids: systemIds(systemClock),
      logger: createLogger('advocacy', settings.logLevel),
      campusZone: settings.campusZone,
      transport: { deliver: () => Promise.reject(new Error('a command sends no events by itself')) },
      environment: serviceEnvironment('advocacy', settings, installation),
    };
    await migrateService(advocacy, config);
    const dataSource = await createServiceDataSource(advocacy, config).initialize();
    try {
      return await work(createCommands({ dataSource, environment: config.environment }));
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await databases.close();
  }
}
