import { err, memberOf, notAllowed, ok, type Actor, type PositionKind } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { decideRule, type PathId } from '../training.js';
import { trainingPolicy } from '../training.policy.js';

/** What the union asks of every office of a kind; nothing when there is no path. */
export type DecideTrainingRule = { readonly kind: PositionKind; readonly pathId: PathId | undefined };

/** Decides what the union asks of a kind of office, as a new version. It binds mandates given from now on. */
export function decideTrainingRule({ transaction, clock }: Deps, actor: Actor, { kind, pathId }: DecideTrainingRule) {
  return transaction(async ({ trainings }) => {
    if (!trainingPolicy.canDecideRule(actor)) return err(notAllowed('DECIDE', 'TrainingRule'));
    const rule = await trainings.findRuleLocked(kind);
    if (rule.pathId === pathId) return ok(rule);
    const decided = decideRule(rule, pathId, { memberId: memberOf(actor), now: clock.now() });
    await trainings.addRule(decided);
    return ok(decided);
  });
}
