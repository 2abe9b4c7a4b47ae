import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import {
  Cluster,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { usePlaceParam } from '../parts/use-place.js';
import { ContestCard } from './ContestCard.js';
import { electionDocument, type ShownElection } from './election-document.js';
import { ElectionDates } from './ElectionDates.js';
import { ElectionStatusBadge } from './ElectionStatusBadge.js';
import { OtherSteps } from './OtherSteps.js';
import { VotePart } from './VotePart.js';

export { words } from './words.js';

/** Below the rest, so that the page never waits for it. */
const ElectionRules = lazyPart(() => import('./ElectionRules.js'), 'ElectionRules');
const ComplaintsPart = lazyPart(() => import('./ComplaintsPart.js'), 'ComplaintsPart');

/** One election: what to do now, who stands for what, its dates and its rules. */
export function ElectionPage(): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const electionId = usePlaceParam('electionId');
  const query = useGraphQuery(electionDocument, { id: electionId });
  const election = query.data?.election;
  return (
    <Page title={election?.title ?? t('elections.election')} lead={election && <WhoseElection election={election} />}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ election: found }) => found === null || found === undefined}
        empty={<EmptyState title={t('elections.missing')}>{t('elections.missingLead')}</EmptyState>}
      >
        {({ election: found }) =>
          found && (
            <Stack>
              <Standing election={found} />
              <VotePart election={found} />
              <OtherSteps election={found} />
              <Contests election={found} />
              <ElectionDates election={found} />
              <Suspense fallback={null}>
                <ElectionRules election={found} />
              </Suspense>
              {state.status === 'signed-in' && (
                <Suspense fallback={null}>
                  <ComplaintsPart election={found} />
                </Suspense>
              )}
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

type ElectionProps = { readonly election: ShownElection };

function WhoseElection({ election: { group } }: ElectionProps): ReactElement {
  const { t } = useTexts();
  if (!group) return <>{t('elections.wholeUnion')}</>;
  return (
    <Link to="/groups/$groupId" params={{ groupId: group.id }}>
      {group.name}
    </Link>
  );
}

function Standing({ election }: ElectionProps): ReactElement {
  const { t } = useTexts();
  const { status, statusReason, fills } = election;
  return (
    <>
      <Cluster>
        <ElectionStatusBadge status={status} />
      </Cluster>
      {statusReason && (
        <Notice tone={status === 'VOIDED' ? 'danger' : 'warn'}>
          <strong>{t(`elections.halted.${status === 'VOIDED' ? 'VOIDED' : 'SUSPENDED'}`)}</strong>
          <span>{statusReason}</span>
        </Notice>
      )}
      {fills && (
        <SoftText isSmall>
          {t('elections.fills')}{' '}
          <Link to="/elections/$electionId" params={{ electionId: fills.id }}>
            {fills.title}
          </Link>
        </SoftText>
      )}
    </>
  );
}

function Contests({ election }: ElectionProps): ReactElement {
  const { t } = useTexts();
  return (
    <section>
      <Stack>
        <h2>{t('elections.contests')}</h2>
        {election.contests.length === 0 && <SoftText>{t('elections.contestsNone')}</SoftText>}
        {election.contests.map((contest) => (
          <ContestCard key={contest.id} {...{ contest, election }} />
        ))}
      </Stack>
    </section>
  );
}
