import { ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import type { Election, ElectionId } from '../election.js';

/** The job that tells those who elect. */
export const electionNoticeTask = 'tell-of-election';

/** What those who elect are told of. */
export const electionNotices = ['ELECTION_OPENS', 'VOTING_OPEN', 'ELECTION_DECLARED'] as const;

/** One of them. */
export type ElectionNotice = (typeof electionNotices)[number];

/** How many people one run tells, so that telling everybody holds no lock for long. */
const readersPerRun = 1000;

/** Which election, what of it, and the last person who was told. */
export type TellOfElection = {
  readonly electionId: ElectionId;
  readonly reason: ElectionNotice;
  readonly after: MemberId | undefined;
};

/** Has those who elect told, after the caller's transaction and apart from it: nobody's vote waits for it. */
export async function tellElectors(
  { jobs }: Unit<Repositories>,
  { election, reason, now }: { readonly election: Election; readonly reason: ElectionNotice; readonly now: Date },
): Promise<void> {
  const key = `${electionNoticeTask}:${reason}:${election.id}`;
  await jobs.enqueue(electionNoticeTask, { electionId: election.id, reason }, { runAt: now, key });
}

/** Tells those who elect, a thousand a run, once each: those on the roll, or before it is frozen those who would be. */
export function tellOfElection({ transaction, clock }: Deps, { electionId, reason, after }: TellOfElection) {
  return transaction(async ({ elections, contests, notifications, jobs }) => {
    const election = await elections.findVisible(systemActor(electionNoticeTask), electionId);
    const readers = election === null ? [] : await contests.listElectors(electionId, { after, limit: readersPerRun });
    const last = readers.at(-1);
    if (election === null || last === undefined) return ok(undefined);
    const subject = { kind: 'ELECTION', id: electionId } as const;
    await notifications.tell({ to: readers, reason, sourceId: electionId, subject, groupId: election.groupId });
    if (readers.length === readersPerRun)
      await jobs.enqueue(
        electionNoticeTask,
        { electionId, reason, after: last },
        { runAt: clock.now(), key: `${electionNoticeTask}:${reason}:${electionId}:${last}` },
      );
    return ok(undefined);
  });
}
