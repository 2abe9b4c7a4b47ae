import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import { Card, EmptyState, Page, QueryView, Skeleton, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { usePlaceParam } from '../parts/use-place.js';
import { readCount } from './count-model.js';
import { ElectedCard } from './ElectedCard.js';
import styles from './result.module.css';
import { contestResultDocument, type CountedContest, type ShownContest } from './result-documents.js';
import { StageList } from './StageList.js';
import { StageTable } from './StageTable.js';
import { StandNotice } from './StandNotice.js';

export { words } from './words.js';

const TransferDiagram = lazyPart(() => import('./TransferDiagram.js'), 'TransferDiagram');
const JourneyCard = lazyPart(() => import('./JourneyCard.js'), 'JourneyCard');
const TurnoutCard = lazyPart(() => import('./TurnoutCard.js'), 'TurnoutCard');
const RecountCard = lazyPart(() => import('./RecountCard.js'), 'RecountCard');

/** The result of one contest: who is elected, how it was counted, and how anybody can check it. */
export function ContestResultPage(): ReactElement {
  const { t } = useTexts();
  const [electionId, contestId] = [usePlaceParam('electionId'), usePlaceParam('contestId')];
  const query = useGraphQuery(contestResultDocument, { id: contestId });
  const { data } = query;
  return (
    <Page
      title={data?.contest?.position.title ?? t('electionResult.title')}
      lead={
        data?.contest && (
          <Link to="/elections/$electionId/results" params={{ electionId }}>
            {t('electionResult.of', { election: data.contest.election.title })}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="32rem" />}
        isEmpty={({ contest }) => !contest?.result}
        empty={<EmptyState title={t('electionResult.none')}>{t('electionResult.noneLead')}</EmptyState>}
      >
        {({ contest }) => contest && isCounted(contest) && <Result contest={contest} />}
      </QueryView>
    </Page>
  );
}

const isCounted = (contest: ShownContest): contest is CountedContest => Boolean(contest.result);

function Result({ contest }: { readonly contest: CountedContest }): ReactElement {
  const { t } = useTexts();
  const count = readCount(contest);
  const hasMoved = count.stages.length > 1;
  return (
    <Stack>
      <StandNotice election={contest.election} />
      <ElectedCard contest={contest} count={count} />
      {hasMoved && (
        <Card>
          <h2>{t('electionResult.diagramTitle')}</h2>
          <Suspense fallback={<Skeleton height="24rem" />}>
            <TransferDiagram count={count} />
          </Suspense>
        </Card>
      )}
      <Card>
        <h2>{t('electionResult.tableTitle')}</h2>
        <SoftText>{t('electionResult.tableLead')}</SoftText>
        <div className={styles.wide}>
          <StageTable count={count} />
        </div>
        <StageList count={count} />
      </Card>
      {count.valid > 0 && (
        <Suspense fallback={<Skeleton height="14rem" />}>
          <JourneyCard contest={contest} count={count} />
        </Suspense>
      )}
      <Suspense fallback={<Skeleton height="12rem" />}>
        <RecountCard contest={contest} />
        <TurnoutCard contest={contest} />
      </Suspense>
    </Stack>
  );
}
