import { randomUUID } from 'node:crypto';
import { demoFileSides } from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { notePlace } from '../src/note/note.js';
import { stepPlace } from '../src/safeguarding/safeguarding.js';
import type { Vault, WrappedKey } from '../src/sealing/sealing.js';
import { sealedRow } from './sealed-row.js';

/** Loads notes, a second worker, a wall, ties and a step that waits for its second person, sealed like any other. */
export async function loadFileSides(
  manager: EntityManager,
  {
    vault,
    keys,
    anchor,
  }: { readonly vault: Vault; readonly keys: ReadonlyMap<Id<'Case'>, WrappedKey>; readonly anchor: Date },
): Promise<void> {
  const { notes, steps, seconds, walls, ties } = demoFileSides(anchor);
  const keyOf = (caseId: Id<'Case'>): WrappedKey => {
    const key = keys.get(caseId);
    if (key === undefined) throw new RangeError('a demo note belongs to a demo case');
    return key;
  };
  for (const { caseId, subject, at } of seconds) {
    await manager.query('update case_file set second_worker = $2 where id = $1', [caseId, subject]);
    await insertRows(manager, 'case_assignment', [
      { id: randomUUID(), case_id: caseId, subject, part: 'SECOND', assigned_at: at },
    ]);
  }
  await insertRows(
    manager,
    'case_wall',
    walls.map(({ id, caseId, subject, raisedBy, at }) => ({
      id,
      case_id: caseId,
      subject,
      reason: 'MANAGER',
      raised_by: raisedBy,
      raised_at: at,
    })),
  );
  await insertRows(
    manager,
    'worker_tie',
    ties.map(({ id, subject, name, kind, at }) => ({
      id,
      subject,
      name_index: vault.nameIndex(name),
      kind,
      declared_at: at,
    })),
  );
  await insertRows(
    manager,
    'case_note',
    notes.map(({ id, caseId, layer, author, writtenAt }) => ({
      id,
      case_id: caseId,
      layer,
      author,
      written_at: writtenAt,
    })),
  );
  await insertRows(
    manager,
    'safeguarding_step',
    steps.map(({ id, caseId, ground, recipient, proposedBy, proposedAt }) => ({
      id,
      case_id: caseId,
      rule_version: 1,
      ground,
      recipient,
      status: 'PROPOSED',
      proposed_by: proposedBy,
      proposed_at: proposedAt,
      version: 1,
    })),
  );
  for (const { caseId, proposedAt } of steps)
    await manager.query('update case_file set flagged_at = $2 where id = $1', [caseId, proposedAt]);
  const texts = await Promise.all([
    ...notes.map(async ({ id, caseId, layer, author, body: text }) => ({
      ...(await sealedRow(vault, keyOf(caseId), { caseId, place: notePlace(id), layer, text })),
      author: layer === 'PRIVATE' ? author : null,
    })),
    ...steps.map(async ({ id, caseId, reason: text }) => ({
      ...(await sealedRow(vault, keyOf(caseId), { caseId, place: stepPlace(id), layer: 'SAFEGUARDING', text })),
      author: null,
    })),
  ]);
  await insertRows(manager, 'sealed_text', texts);
}
