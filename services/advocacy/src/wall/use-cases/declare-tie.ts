import { err, notAllowed, ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { takeFrom } from '../../assignment/use-cases/take-from.js';
import { settlingTask } from '../../case/case.policy.js';
import type { Deps, Repositories } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkTieName, type TieKind, type WorkerTie } from '../wall.js';
import { wallPolicy } from '../wall.policy.js';

/** Whom somebody of the advice service knows, or under which name they are known themselves. */
export type DeclareTie = { readonly name: string; readonly kind: TieKind | 'SELF' };

/**
 * Keeps somebody from every case, present or to come, in which that name stands. Of the name only a blind index is kept,
 * and the answer is the same whether there is such a case or not; one they work on is taken from them.
 */
export function declareTie({ transaction, clock, ids, vault }: Deps, actor: Actor, { name, kind }: DeclareTie) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    if (actor.kind !== 'person' || !wallPolicy.canDeclareTie(viewer)) return err(notAllowed('DECLARE', 'Tie'));
    const checked = checkTieName(name);
    if (!checked.ok) return checked;
    const tie: WorkerTie = { id: ids.random(), kind, declaredAt: clock.now() };
    const nameIndex = vault.nameIndex(checked.value);
    await unit.walls.lock();
    await giveBack(unit, tie, { subject: actor.subject, nameIndex });
    await unit.walls.addTie(tie, { subject: actor.subject, nameIndex });
    return ok(tie);
  });
}

async function giveBack(
  unit: Unit<Repositories>,
  { id, declaredAt: at }: WorkerTie,
  { subject, nameIndex }: { readonly subject: string; readonly nameIndex: string },
): Promise<void> {
  const platform = { actor: systemActor(settlingTask), self: undefined };
  for (const caseId of await unit.walls.listCasesNaming(subject, nameIndex)) {
    const item = await unit.cases.findVisible(platform, caseId);
    if (item === null) continue;
    await takeFrom(unit, item, { subject, reason: 'RECUSED', at });
    for (const manager of await unit.assignments.listManagers(item, at))
      await unit.inbox.tell({ to: { kind: 'STAFF', subject: manager }, reason: 'CASE_STATUS', caseId, sourceId: id });
  }
}
