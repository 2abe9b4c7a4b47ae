import type { Repositories } from '../../deps.js';
import type { Candidacy } from '../candidate.js';

/** Tells a candidate that something was decided about the candidacy; what, stands on its page. */
export async function tellCandidate(
  { notifications }: Pick<Repositories, 'notifications'>,
  { candidate: { memberId }, election }: Candidacy,
): Promise<void> {
  if (memberId === undefined) return;
  const subject = { kind: 'ELECTION', id: election.id } as const;
  await notifications.tell({ to: memberId, reason: 'CANDIDACY_DECIDED', subject });
}
