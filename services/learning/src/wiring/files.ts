import { createFileWing, readFileSettings } from '@guildhall/files';
import type { ServiceKit } from '@guildhall/subgraph';
import type { Deps } from '../deps.js';
import { resourceFileAddresses } from '../resource-file/address-key.crypto.js';
import { createResourceFileGate, type ResourceFileGate } from '../resource-file/resource-file.gate.js';
import { createResourceFileKeeper } from '../resource-file/resource-file.keeper.js';
import { sweepTask } from '../resource-file/sweep-resource-files.job.js';

/** What handles the bytes of files here: what use cases know of it, the gate of each request, its door and its cron. */
export type FileKit = {
  readonly deps: Pick<Deps, 'files'>;
  readonly cron: readonly string[];
  gate(now: Date): ResourceFileGate;
  /** What opens the door; absent where no files are taken. */
  starts(deps: Deps): { start?(): Promise<() => Promise<void>> };
};

/** Files of an installation that takes them; without a port for them none are taken. */
export function createFileKit({ environment, logger }: Pick<ServiceKit, 'environment' | 'logger'>): FileKit {
  const wing = createFileWing(readFileSettings(environment, 'FILES'));
  if (wing === undefined)
    return {
      deps: { files: undefined },
      cron: [],
      gate: (now) => createResourceFileGate(undefined, now),
      starts: () => ({}),
    };
  const addressing = { files: wing.files, addresses: resourceFileAddresses(environment) };
  return {
    deps: { files: wing.files },
    cron: [`51 * * * * ${sweepTask}`],
    gate: (now) => createResourceFileGate(addressing, now),
    starts: (deps) => ({ start: () => wing.start(createResourceFileKeeper(deps, addressing, logger)) }),
  };
}
