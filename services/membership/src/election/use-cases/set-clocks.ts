import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Election } from '../election.js';

/** The jobs by which an election follows its dates. */
export const electionTasks = {
  tellNominations: 'open-nominations',
  closeNominations: 'close-nominations',
  openCampaign: 'open-campaign',
  openVoting: 'open-voting',
  closeVoting: 'close-voting',
} as const;

const waitsIn = {
  [electionTasks.tellNominations]: ['NOMINATIONS'],
  [electionTasks.closeNominations]: ['NOMINATIONS'],
  [electionTasks.openCampaign]: ['NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED'],
  [electionTasks.openVoting]: ['NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED', 'CAMPAIGN'],
  [electionTasks.closeVoting]: ['NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED', 'CAMPAIGN', 'VOTING'],
} as const satisfies Readonly<Record<string, readonly Election['status'][]>>;

/**
 * Sets the clocks of what is still to come, inside the caller's transaction, and stops those of what is not: to be called
 * after every change of an election's state or dates.
 */
export async function setClocks({ jobs }: Unit<Repositories>, election: Election): Promise<void> {
  const instants = {
    [electionTasks.tellNominations]: election.nominationsOpenAt,
    [electionTasks.closeNominations]: election.nominationsCloseAt,
    [electionTasks.openCampaign]: election.campaignOpensAt,
    [electionTasks.openVoting]: election.votingOpensAt,
    [electionTasks.closeVoting]: election.votingClosesAt,
  };
  for (const [task, states] of Object.entries(waitsIn)) {
    const key = `${task}:${election.id}`;
    const runAt = instants[task as keyof typeof instants];
    const isToCome = (states as readonly Election['status'][]).includes(election.status);
    if (isToCome) await jobs.enqueue(task, { electionId: election.id }, { runAt, key });
    else await jobs.cancel(key);
  }
}
