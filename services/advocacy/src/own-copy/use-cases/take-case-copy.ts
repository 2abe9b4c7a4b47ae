import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { ownCopyPolicy } from '../own-copy.policy.js';

/** Gives a member a copy of everything about their own cases; it is kept nowhere, and that it was taken stands in the ledger. */
export async function takeCaseCopy({ clock, vault, readOwnCopy }: Deps, actor: Actor) {
  const viewer = viewerOf(actor, vault);
  const student = ownCopyPolicy.subjectOf(viewer);
  if (student === undefined) return err(notAllowed('TAKE_COPY', 'Case'));
  return ok(await readOwnCopy(viewer, student, clock.now()));
}
