import { rootOf, sealBallot } from '@guildhall/ballot';
import { demoTrusteeKeys, type DemoContest, type DemoElection } from '@guildhall/demo';
import type { EntityManager } from 'typeorm';

/**
 * Loads what was voted: sealed where voting is open or has just closed, opened where it is over. Elections of long ago keep no
 * sealed ballots here, because sealing thousands would make a first start slow.
 */
export async function loadBallots(manager: EntityManager, elections: readonly DemoElection[]): Promise<void> {
  for (const election of elections) {
    if (election.status === 'VOTING' || election.status === 'PROVISIONAL')
      for (const contest of election.contests) await loadSealed(manager, election, contest);
    if (election.status === 'PROVISIONAL' || election.status === 'DECLARED')
      for (const contest of election.contests) await loadOpened(manager, contest);
  }
}

async function loadSealed(
  manager: EntityManager,
  { id: electionId, status }: DemoElection,
  { id: contestId, candidates, ballots }: DemoContest,
): Promise<void> {
  const keys = [demoTrusteeKeys.returningOfficer.publicKey, demoTrusteeKeys.second.publicKey];
  const options = { electionId, contestId, candidates: candidates.map(({ id }) => id), keys };
  const sealed = await Promise.all(ballots.map((preferences) => sealBallot(preferences, options)));
  const rows: readonly { receipt: string }[] = await manager.query(
    `insert into ballot (receipt, contest_id, sealed)
     select encode(sha256(s.sealed), 'hex'), $1, s.sealed from (select decode(b, 'hex') as sealed from unnest($2::text[]) b) s
     order by random() returning receipt`,
    [contestId, sealed.map((text) => Buffer.from(text, 'base64url').toString('hex'))],
  );
  if (status === 'VOTING') return;
  await manager.query('insert into ballot_root (contest_id, root, ballots) values ($1, $2, $3)', [
    contestId,
    rootOf(rows.map(({ receipt }) => receipt)),
    rows.length,
  ]);
}

async function loadOpened(manager: EntityManager, { id, ballots }: DemoContest): Promise<void> {
  await manager.query(
    `insert into opened_ballot (contest_id, preferences, papers)
     select $1, b.preferences, count(*) from (
       select array(select e.id::uuid from jsonb_array_elements_text(p) with ordinality as e(id, n) order by n) as preferences from jsonb_array_elements($2::jsonb) p) b
     group by b.preferences order by b.preferences`,
    [id, JSON.stringify(ballots)],
  );
}
