import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, Notice, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { ProgressBar } from '../parts/Rows.js';
import { CandidateCard } from './CandidateCard.js';
import type { ShownContest, ShownElection } from './election-document.js';
import styles from './elections.module.css';
import { useElectionWords } from './use-election-words.js';
import { ViewerBallotBadge } from './ViewerBallotBadge.js';

const unpublished: readonly string[] = ['PLANNED', 'NOMINATIONS', 'SCREENING'];

type ContestCardProps = { readonly contest: ShownContest; readonly election: ShownElection };

/** One contest: what is filled, by whom it is voted on, and who stands. */
export function ContestCard({ contest, election }: ContestCardProps): ReactElement {
  const { t } = useTexts();
  const { electorateOf } = useElectionWords();
  const { position, seats, electorate, turnout, candidates, mandatesEndAt, viewerBallot } = contest;
  const isUnpublished = unpublished.includes(election.status);
  return (
    <Card>
      <Cluster>
        <StatusBadge>{t('elections.seats', { count: seats })}</StatusBadge>
        <ViewerBallotBadge ballot={viewerBallot} />
      </Cluster>
      <h3>{position.title}</h3>
      <Facts
        facts={[
          { name: t('elections.voters'), value: electorateOf(electorate) },
          { name: t('elections.turnout'), value: turnout && <Turnout turnout={turnout} /> },
          { name: t('elections.term'), value: <DateTimeText instant={mandatesEndAt} show="day" /> },
        ]}
      />
      {isUnpublished && <Notice>{t('elections.unpublished')}</Notice>}
      {candidates.length > 0 && (
        <ul className={styles.candidates} aria-label={t('elections.standing', { position: position.title })}>
          {candidates.map((candidate) => (
            <CandidateCard key={candidate.id} candidate={candidate} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Turnout({
  turnout: { electorate, cast },
}: {
  readonly turnout: NonNullable<ShownContest['turnout']>;
}): ReactElement {
  const { t, language } = useTexts();
  const share = electorate === 0 ? 0 : cast / electorate;
  const text = t('elections.turnoutOf', {
    cast: cast.toLocaleString(language),
    electorate: electorate.toLocaleString(language),
    share: share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 }),
  });
  return (
    <>
      <SoftText>{text}</SoftText>
      <ProgressBar label={t('elections.turnout')} value={cast} max={electorate} />
    </>
  );
}
