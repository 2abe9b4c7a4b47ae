import { kFor } from '@guildhall/disclosure';
import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { collectivePolicy, countingTask } from '../collective.policy.js';
import { figureFor, type CollectiveRule, type CollectiveSuggestion, type Tally } from '../collective.js';

/**
 * Counts, once a week, what cases share, and lets lessons join the public list. Between two counts no figure moves, so that
 * asking often tells nobody more than asking once.
 */
export function weighCauses({ transaction, clock, ids }: Deps) {
  return transaction(async ({ collectives, deadlines, inbox, lessons }) => {
    if (!collectivePolicy.canCount(systemActor(countingTask))) return err(notAllowed('COUNT', 'CollectiveSuggestion'));
    const now = clock.now();
    const rule = await collectives.ruleAt(now);
    const known = new Map((await collectives.listAll()).map((one) => [keyOf(one), one]));
    const fresh: CollectiveSuggestion[] = [];
    for (const tally of await collectives.countStudents(now, rule)) {
      const shown = known.get(keyOf(tally));
      const counted = weigh(tally, shown, { rule, now });
      if (counted === undefined) continue;
      if (shown !== undefined) await collectives.save({ ...shown, ...counted });
      else fresh.push(await collectives.add({ ...tallied(tally), ...counted, id: ids.random(), version: 1 }));
    }
    const managers = fresh.length === 0 ? [] : await deadlines.listManagers(now);
    for (const { id } of fresh) {
      for (const { subject } of managers)
        await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'COLLECTIVE_MATTER', sourceId: id });
    }
    await lessons.showRipe(now, kFor('PUBLIC'));
    return ok({ suggested: fresh.length });
  });
}

function keyOf({ cause, departmentId }: Pick<Tally, 'cause' | 'departmentId'>): string {
  return `${cause}/${departmentId}`;
}

/** What a count makes of a suggestion; many more students since a decision make it a new question. */
function weigh(
  tally: Tally,
  shown: CollectiveSuggestion | undefined,
  { rule, now }: { readonly rule: CollectiveRule; readonly now: Date },
) {
  const figure = figureFor(tally, shown, rule);
  if (figure === undefined) return undefined;
  return {
    countedStudents: tally.students,
    shownStudents: figure,
    countedAt: now,
    status: 'SUGGESTED',
    decidedAt: undefined,
    matterId: undefined,
  } as const;
}

function tallied({ cause, departmentId }: Tally): Pick<Tally, 'cause' | 'departmentId'> {
  return { cause, departmentId };
}
