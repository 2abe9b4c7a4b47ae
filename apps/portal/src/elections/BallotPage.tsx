import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactElement } from 'react';
import {
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
import { NothingToCast } from './NothingToCast.js';

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
  if (first.length === 0 && now.length > 0) setFirst(now);
  const contests = election.contests.filter(({ id }) => first.includes(id));
  if (contests.length === 0) return <NothingToCast election={election} />;
  return (
    <Suspense fallback={<Skeleton height="24rem" />}>
      <BallotPaper {...{ election, contests, onRefused }} />
    </Suspense>
  );
}

function openIn({ contests, viewerActions }: PaperElection): readonly string[] {
  if (!viewerActions.includes('VOTE')) return [];
  return contests.filter(({ viewerBallot }) => viewerBallot === 'OPEN').map(({ id }) => id);
}
