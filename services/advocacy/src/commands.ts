import type { ServiceKit } from '@guildhall/subgraph';
import { chain } from './disclosure/chain.crypto.js';
import { createDisclosureRepository } from './disclosure/disclosure.repository.js';
import { verifyLedgers, type LedgerReport } from './disclosure/verify-ledgers.command.js';
import { readKeys } from './keys.js';
import { createKeyRotationRepository } from './sealing/key-rotation.repository.js';
import { rotateCaseKeys, type RotationOptions, type RotationReport } from './sealing/rotate-case-keys.command.js';
import { createVault } from './sealing/vault.crypto.js';

export type { LedgerReport, RotationOptions, RotationReport };

/** What whoever runs the platform does for the trust zone from the command line; it shows no case and no word. */
export type AdvocacyCommands = ReturnType<typeof createCommands>;

/** Commands over this service's database, beside a running platform or on its own. */
export function createCommands({ dataSource, environment }: Pick<ServiceKit, 'dataSource' | 'environment'>) {
  const { manager } = dataSource;
  return {
    rotateCaseKeys: (options: RotationOptions): Promise<RotationReport> => {
      const vault = createVault(readKeys(environment));
      return rotateCaseKeys({ rotation: createKeyRotationRepository(manager, vault), vault }, options);
    },
    verifyLedgers: (onProgress: (chains: number) => void): Promise<LedgerReport> =>
      verifyLedgers(createDisclosureRepository(manager, chain), onProgress),
  };
}
