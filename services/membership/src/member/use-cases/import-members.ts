import { err, notAllowed, ok, type Actor, type NotAllowedError, type Result } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { hasMoved, newMember } from '../application.js';
import type { Member } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { applyRoll, readRollRow, refuseRepeated, type RefusedRow, type RollEntry, type RollRow } from '../roll.js';

/** A roll to take in. `onProgress` hears how many rows are done; an aborted `signal` ends the import between two chunks. */
export type Roll = {
  readonly rows: readonly RollRow[];
  readonly isDryRun: boolean;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/** What an import did, or would do. */
export type RollReport = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
};

const chunkSize = 1000;

/**
 * Takes in the university's roll: people it names and the register does not know become members, study facts follow
 * it, and applicants it names are verified. People it does not name are left alone. Each thousand rows are one
 * transaction, so that an import that is cut short can simply be run again; rows that cannot be taken in are reported,
 * the others still count.
 */
export async function importMembers(
  deps: Deps,
  actor: Actor,
  roll: Roll,
): Promise<Result<RollReport, NotAllowedError>> {
  if (!memberPolicy.canImport(actor)) return err(notAllowed('IMPORT', 'Member'));
  const read = roll.rows.map(readRollRow);
  const { entries, refused } = refuseRepeated(read.flatMap((row) => (row.ok ? [row.value] : [])));
  const report = {
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: [...read.flatMap((row) => (row.ok ? [] : [row.error])), ...refused],
  };
  for (let from = 0; from < entries.length; from += chunkSize) {
    roll.signal?.throwIfAborted();
    const part = await importChunk(deps, actor, {
      entries: entries.slice(from, from + chunkSize),
      isDryRun: roll.isDryRun,
    });
    report.added += part.added;
    report.changed += part.changed;
    report.unchanged += part.unchanged;
    report.refused.push(...part.refused);
    roll.onProgress?.(report.refused.length + report.added + report.changed + report.unchanged);
  }
  report.refused.sort((one, other) => one.line - other.line);
  return ok(report);
}

async function importChunk(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { entries, isDryRun }: { readonly entries: readonly RollEntry[]; readonly isDryRun: boolean },
): Promise<RollReport> {
  const outcome = await transaction(async (unit) => {
    const now = clock.now();
    const known = await unit.members.listForRoll(
      actor,
      entries.map(({ subject, application }) => ({ subject, studentNumber: application.studentNumber })),
    );
    const plan = planChunk(entries, known, (entry, member) =>
      member === undefined
        ? newMember(entry.application, { id: ids.ordered(), subject: entry.subject, status: 'ACTIVE', now })
        : applyRoll(member, entry, now),
    );
    if (!isDryRun) await writeChunk(unit, plan);
    const { added, changed, unchanged, refused } = plan;
    return ok({ added: added.length, changed: changed.length, unchanged, refused });
  });
  if (!outcome.ok) throw new Error('the register was changed by somebody else too often');
  return outcome.value;
}

type ChunkPlan = {
  readonly added: readonly Member[];
  readonly changed: readonly MemberChange[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
};
type MemberChange = { readonly before: Member; readonly after: Member };

function planChunk(
  entries: readonly RollEntry[],
  known: readonly Member[],
  decide: (entry: RollEntry, member: Member | undefined) => Member,
): ChunkPlan {
  const bySubject = new Map(known.map((member) => [member.subject, member]));
  const byNumber = new Map(
    known
      .filter(({ status }) => status !== 'APPLIED' && status !== 'REJECTED')
      .map((member) => [member.studentNumber, member]),
  );
  const added: Member[] = [];
  const changed: MemberChange[] = [];
  const refused: RefusedRow[] = [];
  for (const entry of entries) {
    const before = bySubject.get(entry.subject);
    const holder = byNumber.get(entry.application.studentNumber);
    const after = decide(entry, before);
    if (holder !== undefined && holder.id !== before?.id)
      refused.push({ line: entry.line, reason: 'another member has this student number' });
    else if (before === undefined) added.push(after);
    else if (after !== before) changed.push({ before, after });
  }
  return { added, changed, refused, unchanged: entries.length - added.length - changed.length - refused.length };
}

async function writeChunk(
  { members, notifications, outbox }: Unit<Repositories>,
  { added, changed }: ChunkPlan,
): Promise<void> {
  await members.addMany(added);
  await members.saveMany(changed.map(({ after }) => after));
  const moved = changed.filter(({ before, after }) => hasMoved(before, after)).map(({ after }) => after);
  const studies = await members.listConstituencies([...added, ...moved].map(({ id }) => id));
  await outbox.appendMany(
    'MemberRegistered',
    added.map(({ id, subject, status }) => ({
      aggregateId: id,
      data: { memberId: id, subject, status, constituencies: [...(studies.get(id) ?? [])] },
    })),
  );
  await outbox.appendMany(
    'MemberStudiesChanged',
    moved.map(({ id }) => ({ aggregateId: id, data: { memberId: id, constituencies: [...(studies.get(id) ?? [])] } })),
  );
  const verified = changed.filter(({ before, after }) => before.status !== after.status).map(({ after }) => after);
  await outbox.appendMany(
    'MemberStatusChanged',
    verified.map(({ id, status }) => ({ aggregateId: id, data: { memberId: id, status } })),
  );
  for (const { id } of verified)
    await notifications.tell({ to: id, reason: 'MEMBERSHIP_STATUS', subject: { kind: 'MEMBERSHIP', id } });
}
