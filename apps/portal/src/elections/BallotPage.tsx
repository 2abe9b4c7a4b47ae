import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactElement } from 'react';
import {
  buttonClass,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  useGraphQuery,
  useTexts,
  type GraphQuery,
} from '@guildhall/ui';
import type { BallotPaperQuery } from '../generated/graphql.js';
import { lazyPart } from '../parts/lazy-part.js';
import { usePlaceParam } from '../parts/use-place.js';
import { ballotPaperDocument, type PaperElection } from './ballot-documents.js';

export { words } from './words.js';

/** All of it, to the receipts, is there before anybody ranks: a connection that goes later takes nothing away. */
const BallotPaper = lazyPart(() => import('./BallotPaper.js'), 'BallotPaper');

/** The ballot paper of an election, for who has a ballot left. */
export function BallotPage(): ReactElement {
  const { t } = useTexts();
  const electionId = usePlaceParam('electionId');
  return (
    <SignedIn>
      <Voting key={electionId} electionId={electionId} title={t('elections.paperTitle')} />
    </SignedIn>
  );
}

function Voting({ electionId, title }: { readonly electionId: string; readonly title: string }): ReactElement {
  const { t } = useTexts();
  const query: GraphQuery<BallotPaperQuery> = useGraphQuery(ballotPaperDocument, { id: electionId });
  const election = query.data?.election;
  return (
    <Page
      title={title}
      lead={
        election && (
          <Link to="/elections/$electionId" params={{ electionId }}>
            {election.title}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ election: found }) => found === null || found === undefined}
        empty={<EmptyState title={t('elections.missing')}>{t('elections.missingLead')}</EmptyState>}
      >
        {({ election: found }) => found && <OwnPaper election={found} onRefused={query.reload} />}
      </QueryView>
    </Page>
  );
}

type OwnPaperProps = { readonly election: PaperElection; readonly onRefused: () => void };

/** Which contests were open stays as it was when the page came, so that casting does not take the receipts away. */
function OwnPaper({ election, onRefused }: OwnPaperProps): ReactElement {
  const now = openIn(election);
  const [first, setFirst] = useState(now);
  const [wasRefused, setRefused] = useState(false);
  if (first.length === 0 && now.length > 0) setFirst(now);
  const open = wasRefused ? first.filter((id) => now.includes(id)) : first;
  const contests = election.contests.filter(({ id }) => open.includes(id));
  if (contests.length === 0) return <Nothing election={election} />;
  return (
    <Suspense fallback={<Skeleton height="24rem" />}>
      <BallotPaper
        {...{ election, contests }}
        onRefused={() => {
          setRefused(true);
          onRefused();
        }}
      />
    </Suspense>
  );
}

function openIn({ contests, viewerActions }: PaperElection): readonly string[] {
  if (!viewerActions.includes('VOTE')) return [];
  return contests.filter(({ viewerBallot }) => viewerBallot === 'OPEN').map(({ id }) => id);
}

function Nothing({ election }: { readonly election: PaperElection }): ReactElement {
  const { t } = useTexts();
  const hasVoted = election.contests.some(({ viewerBallot }) => viewerBallot === 'CAST');
  const isOpen = election.status === 'VOTING';
  const back = (
    <Link className={buttonClass} data-look="plain" to="/elections/$electionId" params={{ electionId: election.id }}>
      {t('elections.toElection')}
    </Link>
  );
  if (!isOpen)
    return (
      <EmptyState title={t('elections.notOpen')} action={back}>
        {t('elections.notOpenLead')}
      </EmptyState>
    );
  return (
    <EmptyState title={t(hasVoted ? 'elections.allCast' : 'elections.noBallot')} action={back}>
      {t(hasVoted ? 'elections.allCastLead' : 'elections.noBallotLead')}
    </EmptyState>
  );
}
