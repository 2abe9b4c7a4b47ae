import { constituencyId, planDemoHandovers, type DemoHandover, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type PlannedJob, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

const dayMs = 86_400_000;

/** Loads what handovers follow from, the handovers of the last elections, and the jobs that seal and empty them. */
export async function loadHandovers(manager: EntityManager, union: DemoUnion, anchor: Date): Promise<void> {
  await insertRows(manager, 'mandate_term', termRows(union));
  const shown = union.activities.filter(
    ({ status }) => status === 'PUBLISHED' || status === 'COMPLETED' || status === 'REPORTED',
  );
  await insertRows(
    manager,
    'group_activity',
    shown.map(({ id, groupId, startsAt, endsAt }) => ({
      activity_id: id,
      group_id: groupId,
      starts_at: startsAt,
      ends_at: endsAt,
      is_open: true,
    })),
  );
  const handovers = planDemoHandovers(union, anchor);
  await insertRows(
    manager,
    'declared_mandate',
    handovers.map(({ mandate, electionId }) => ({ mandate_id: mandate.id, election_id: electionId })),
  );
  await insertRows(manager, 'handover_capsule', handovers.map(capsuleRow));
  await insertRows(
    manager,
    'handover_item',
    handovers.flatMap(({ id, items }) =>
      items.map(({ authorId, tickedAt, ...item }) => ({
        ...item,
        capsule_id: id,
        author_id: authorId,
        ticked_at: tickedAt,
        version: 1,
      })),
    ),
  );
  await insertRows(
    manager,
    'handover_nothing',
    handovers.flatMap(({ id, nothing }) => nothing.map((section) => ({ capsule_id: id, section }))),
  );
  await addJobs(manager, handovers.map(nextJob));
}

function termRows({ positions, mandates }: DemoUnion): readonly Row[] {
  const positionById = new Map(positions.map((position) => [position.id, position]));
  return mandates.map(({ id, memberId, positionId, from, to, endedAt }) => {
    const position = positionById.get(positionId);
    return {
      mandate_id: id,
      member_id: memberId,
      group_id: position?.groupId,
      kind: position?.kind,
      constituency_id: position?.constituency === undefined ? null : constituencyId(position.constituency),
      position_id: positionId,
      starts_at: from,
      ends_at: endedAt ?? to,
    };
  });
}

function capsuleRow({ position, before, mandate, ...handover }: DemoHandover): Row {
  return {
    id: handover.id,
    mandate_id: mandate.id,
    predecessor_id: before.id,
    election_id: handover.electionId,
    position_id: position.id,
    kind: position.kind,
    group_id: position.groupId,
    successor_id: mandate.memberId,
    outgoing_ids: [before.memberId],
    status: handover.status,
    opened_at: handover.openedAt,
    starts_at: mandate.from,
    ends_at: mandate.endedAt ?? mandate.to,
    due_at: handover.dueAt,
    filled_at: handover.filledAt,
    shadowing_at: handover.shadowingAt,
    accepted_at: handover.acceptedAt,
    sealed_at: handover.sealedAt,
    late_told_at: handover.lateToldAt,
    rules_version: 1,
    version: 1,
  };
}

function nextJob({ id, mandate, acceptedAt, sealedAt }: DemoHandover): PlannedJob {
  const job = (task: string, runAt: Date): PlannedJob => ({
    task,
    payload: { capsuleId: id },
    runAt,
    key: `${task}:${id}`,
  });
  if (sealedAt !== undefined) return job('forget-handover', new Date(sealedAt.getTime() + 365 * dayMs));
  if (acceptedAt !== undefined) return job('seal-handover', new Date(acceptedAt.getTime() + 14 * dayMs));
  return job('seal-handover', mandate.endedAt ?? mandate.to);
}
