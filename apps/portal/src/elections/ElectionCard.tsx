import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Card, Cluster, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import type { CardElection } from './election-list-documents.js';
import { ElectionStatusBadge } from './ElectionStatusBadge.js';

type ElectionCardProps = {
  readonly election: CardElection;
  /** The viewer has a ballot left: the card leads to the ballot paper. */
  readonly canVote?: boolean;
};

/** One election of a list: where it is and what comes next. */
export function ElectionCard({ election, canVote = false }: ElectionCardProps): ReactElement {
  const { t } = useTexts();
  const { id, title, status, group } = election;
  return (
    <Card as="article">
      <Cluster>
        <ElectionStatusBadge status={status} />
      </Cluster>
      <h3>
        <Link to="/elections/$electionId" params={{ electionId: id }}>
          {title}
        </Link>
      </h3>
      <SoftText>
        {group ? group.name : t('elections.wholeUnion')}
        <NextDate election={election} />
      </SoftText>
      {canVote && (
        <Cluster>
          <Link
            className={buttonClass}
            data-look="primary"
            to="/elections/$electionId/vote"
            params={{ electionId: id }}
          >
            {t('elections.vote')}
          </Link>
        </Cluster>
      )}
    </Card>
  );
}

/** The next date of an election that somebody would plan by; nothing once it is over or halted. */
function NextDate({ election: { status, schedule } }: { readonly election: CardElection }): ReactElement | null {
  const { t } = useTexts();
  const isToOpen = Date.parse(schedule.nominationsOpenAt) > Date.now();
  const next = {
    NOMINATIONS: isToOpen
      ? (['nominationsOpen', 'nominationsOpenAt'] as const)
      : (['nominationsClose', 'nominationsCloseAt'] as const),
    SCREENING: ['votingOpens', 'votingOpensAt'],
    CANDIDATES_PUBLISHED: ['votingOpens', 'votingOpensAt'],
    CAMPAIGN: ['votingOpens', 'votingOpensAt'],
    VOTING: ['votingCloses', 'votingClosesAt'],
    CLOSED: ['votingClosed', 'votingClosesAt'],
    PROVISIONAL: ['votingClosed', 'votingClosesAt'],
    DECLARED: ['votingClosed', 'votingClosesAt'],
    PLANNED: undefined,
    SUSPENDED: undefined,
    VOIDED: undefined,
  } as const satisfies Record<typeof status, readonly [string, keyof typeof schedule] | undefined>;
  const shown = next[status];
  if (shown === undefined) return null;
  const [key, name] = shown;
  return (
    <>
      <br />
      {t(`elections.${key}`)} <DateTimeText instant={schedule[name]} isRelative={status === 'VOTING'} />
    </>
  );
}
