import { mergeResolvers } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { Checkpoint, CheckpointId } from '../checkpoint/checkpoint.js';
import { createCheckpointRepository, type CheckpointRepository } from '../checkpoint/checkpoint.repository.js';
import { checkpointResolvers } from '../checkpoint/checkpoint.resolvers.js';
import { addCheckpoint } from '../checkpoint/use-cases/add-checkpoint.js';
import { openSelfCheckIn } from '../checkpoint/use-cases/open-self-check-in.js';
import { removeCheckpoint } from '../checkpoint/use-cases/remove-checkpoint.js';
import { createPassRepository, type PassRepository } from '../pass/pass.repository.js';
import { passResolvers } from '../pass/pass.resolvers.js';
import { renewPass } from '../pass/use-cases/renew-pass.js';
import type { RegistrationId } from '../registration/registration.js';
import { createDoorGuessRepository, type DoorGuessRepository } from '../scan/door-guess.repository.js';
import { createScanRepository, type DoorCount, type ScanRepository } from '../scan/scan.repository.js';
import { scanResolvers } from '../scan/scan.resolvers.js';
import type { Scan } from '../scan/scan.js';
import { recordScans } from '../scan/use-cases/record-scans.js';
import { selfCheckIn } from '../scan/use-cases/self-check-in.js';
import { undoScan } from '../scan/use-cases/undo-scan.js';

/** The repositories of the door. */
export type DoorRepositories = {
  readonly checkpoints: CheckpointRepository;
  readonly checkInPasses: PassRepository;
  readonly doorScans: ScanRepository;
  readonly doorGuesses: DoorGuessRepository;
};

/** These repositories over one connection or transaction. */
export function createDoorRepositories(manager: EntityManager): DoorRepositories {
  return {
    checkpoints: createCheckpointRepository(manager),
    checkInPasses: createPassRepository(manager),
    doorScans: createScanRepository(manager),
    doorGuesses: createDoorGuessRepository(manager),
  };
}

/** The loaders of the door, for one request. Resolvers ask only for what the viewer may see. */
export function createDoorLoaders({ checkpoints, checkInPasses, doorScans }: DoorRepositories) {
  return {
    checkpoints: new DataLoader<ActivityId, readonly Checkpoint[]>(async (ids) => {
      const found = await checkpoints.listOf(ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    doorCounts: new DataLoader<CheckpointId, DoorCount>(async (ids) => {
      const counts = await doorScans.listCounts(ids);
      return ids.map((id) => counts.get(id) ?? { in: 0, out: 0 });
    }),
    passIssues: new DataLoader<RegistrationId, number>(async (ids) => {
      const issues = await checkInPasses.listIssues(ids);
      return ids.map((id) => issues.get(id) ?? 0);
    }),
    countedScans: new DataLoader<RegistrationId, readonly Scan[]>(async (ids) => {
      const byRegistration = Map.groupBy(await doorScans.listCounted(ids), ({ registrationId }) => registrationId);
      return ids.map((id) => byRegistration.get(id) ?? []);
    }),
  };
}

/** The mutations of the door. */
export const doorUseCases = {
  addCheckpoint,
  openSelfCheckIn,
  recordScans,
  removeCheckpoint,
  renewPass,
  selfCheckIn,
  undoScan,
};

/** The resolvers of the door. */
export const doorResolvers = mergeResolvers([passResolvers, checkpointResolvers, scanResolvers]);
