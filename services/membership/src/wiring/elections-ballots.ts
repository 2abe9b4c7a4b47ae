import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { BallotSeals } from '../ballot/ballot.js';
import { createBallotOpener, type BallotOpener } from '../ballot/ballot-opener.worker.js';
import { createBallotRepository, type BallotRepository } from '../ballot/ballot.repository.js';
import { createBallotBoxRepository, type BallotBoxRepository } from '../ballot/ballot-box.repository.js';
import { ballotTasks } from '../ballot/ballot-tasks.js';
import { ballotSeals } from '../ballot/ballot-seals.crypto.js';
import { createKeyCustody, type KeyCustody } from '../ballot/key-custody.js';
import { createReceiptTrees, type ReceiptTrees } from '../ballot/receipt-trees.worker.js';
import { createTrusteeKeyRepository, type TrusteeKeyRepository } from '../ballot/trustee-key.repository.js';
import { castBallots } from '../ballot/use-cases/cast-ballots.js';
import { openBallotBox } from '../ballot/use-cases/open-ballot-box.js';
import { openBallots } from '../ballot/use-cases/open-ballots.js';
import { registerTrusteeKey } from '../ballot/use-cases/register-trustee-key.js';
import type { Deps } from '../deps.js';

/** What sealed ballots are read, written and opened with. */
export type BallotRepositories = {
  readonly ballots: BallotRepository;
  readonly ballotBox: BallotBoxRepository;
  readonly trusteeKeys: TrusteeKeyRepository;
  readonly ballotOpener: BallotOpener;
  readonly ballotSeals: BallotSeals;
  readonly keyCustody: KeyCustody;
  readonly receiptTrees: ReceiptTrees;
};

const ballotOpener = createBallotOpener();
const keyCustody = createKeyCustody();
const receiptTrees = createReceiptTrees();

/** These over one connection or transaction; the keys that were handed in are the process's. */
export function createBallotRepositories(manager: EntityManager): BallotRepositories {
  return {
    ballots: createBallotRepository(manager),
    ballotBox: createBallotBoxRepository(manager),
    trusteeKeys: createTrusteeKeyRepository(manager),
    ballotOpener,
    ballotSeals,
    keyCustody,
    receiptTrees,
  };
}

/** The mutations about sealed ballots and their keys. */
export const ballotUseCases = { castBallots, openBallots, registerTrusteeKey };

const electionPayload = z.object({ electionId: z.string() });

/** The job that opens the ballots of an election once both keys are handed in. */
export function createBallotTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [ballotTasks.openBallots]: async (payload) => {
      requireDone(await openBallotBox(deps, { electionId: toId(electionPayload.parse(payload).electionId) }));
    },
  };
}

/** Asks the trustees again for the keys of ballots that an earlier process was opening when it ended. */
export async function resumeOpenings({
  trusteeKeys,
}: Pick<BallotRepositories, 'trusteeKeys'>): Promise<() => Promise<void>> {
  await trusteeKeys.askAgain();
  return async () => undefined;
}
