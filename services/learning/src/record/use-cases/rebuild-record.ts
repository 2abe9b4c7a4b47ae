import { actorKey, err, illegalTransition, notAllowed, ok, toId, type Actor, type Id } from '@guildhall/kernel';
import type { Deps, FactUnit } from '../../deps.js';
import { foldFacts } from '../evidence.js';
import { rebuildBatch, type RecordRebuild, type RecordRebuildId } from '../record-rebuild.js';
import { rebuildPolicy } from '../record-rebuild.policy.js';
import { settleMember } from './settle-member.js';
import { sourceOf } from './record-fact.js';

const task = 'rebuild-record';

/** Has every record built again from its facts, in the background. */
export function rebuildRecord(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey: key }: { readonly idempotencyKey: string | undefined },
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'rebuildRecord', input: {} },
    ({ rebuilds }, id) => rebuilds.find(actor, toId(id)),
    async ({ rebuilds, jobs }) => {
      if (!rebuildPolicy.canStart(actor)) return err(notAllowed('REBUILD', 'Record'));
      const now = clock.now();
      const started = await rebuilds.start({ id: ids.ordered<'RecordRebuild'>(), by: actorKey(actor), now });
      if (started === null) return err(illegalTransition('REBUILD', 'RUNNING'));
      await jobs.enqueue(task, { rebuildId: started.id }, { runAt: now, key: `${task}:${started.id}` });
      return ok(started);
    },
  );
}

/** Goes on with a building until it is done, a batch a transaction. One that is done or was never begun is left alone. */
export async function continueRebuild(
  deps: Deps,
  { rebuildId }: { readonly rebuildId: RecordRebuildId },
): Promise<void> {
  for (let isRunning = true; isRunning;) {
    const stepped = await deps.transaction(async (unit) => ok(await rebuildNext(unit, rebuildId, deps.clock.now())));
    if (!stepped.ok) throw new Error('building the record met another writer; the job tries again');
    isRunning = stepped.value;
  }
}

/** Folds the facts of the next things, and brings what followed from evidence that was wrong in line. */
async function rebuildNext(unit: FactUnit, id: RecordRebuildId, now: Date): Promise<boolean> {
  const { rebuilds, records } = unit;
  const rebuild = await rebuilds.findRunningLocked(id);
  if (rebuild === null) return false;
  const sources = await rebuilds.listSourcesAfter(rebuild.place, rebuildBatch);
  if (sources.length === 0) {
    await finish(unit, rebuild, now);
    return false;
  }
  await records.lockSources(sources);
  const facts = Map.groupBy(await records.listFacts(sources), sourceOf);
  const evidence = [...facts.values()].flatMap(foldFacts);
  const differing = new Set(await rebuilds.listDiffering(evidence));
  const wrong = evidence.filter((one) => differing.has(one.id));
  await records.project(wrong);
  await settleAll(
    unit,
    wrong.map(({ memberId }) => memberId),
    now,
  );
  const done = rebuild.done + sources.length;
  await rebuilds.save({ ...rebuild, done, mended: rebuild.mended + wrong.length, place: sources.at(-1) });
  return true;
}

async function finish(unit: FactUnit, rebuild: RecordRebuild, now: Date): Promise<void> {
  const unfounded = await unit.rebuilds.deleteUnfounded();
  await settleAll(unit, unfounded, now);
  const mended = rebuild.mended + unfounded.length;
  await unit.rebuilds.save({ ...rebuild, status: 'DONE', finishedAt: now, mended });
}

async function settleAll(unit: FactUnit, memberIds: readonly Id<'Member'>[], now: Date): Promise<void> {
  for (const memberId of [...new Set(memberIds)].sort()) await settleMember(unit, memberId, now);
}
