import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { sayNames } from './format-votes.js';
import { electionResultsDocument, type ShownResults } from './result-documents.js';
import { StandNotice } from './StandNotice.js';

export { words } from './words.js';

/** Who was elected in every contest of an election, each with the way to its count. */
export function ResultsPage(): ReactElement {
  const { t } = useTexts();
  const electionId = usePlaceParam('electionId');
  const query = useGraphQuery(electionResultsDocument, { id: electionId });
  const { data } = query;
  return (
    <Page
      title={t('electionResult.resultsTitle')}
      lead={
        data?.election && (
          <Link to="/elections/$electionId" params={{ electionId }}>
            {data.election.title}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        skeleton={<SkeletonList count={3} height="9rem" />}
        isEmpty={({ election }) => !election || election.contests.every(({ result }) => !result)}
        empty={<EmptyState title={t('electionResult.none')}>{t('electionResult.noneLead')}</EmptyState>}
      >
        {({ election }) =>
          election && (
            <Stack>
              <StandNotice election={election} />
              {election.contests.map((contest) => (
                <ContestSummary key={contest.id} {...{ electionId, contest }} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

type SummaryProps = { readonly electionId: string; readonly contest: ShownResults['contests'][number] };

function ContestSummary({ electionId, contest }: SummaryProps): ReactElement {
  const { t, language } = useTexts();
  const { id, position, result, turnout } = contest;
  const names = sayNames(result?.elected.map(({ name }) => name) ?? [], language);
  return (
    <Card as="article">
      <h2>{position.title}</h2>
      {!result && <p>{t('electionResult.toBeCounted')}</p>}
      {result && (
        <p>
          {result.elected.length > 0 && t('electionResult.elected', { names, count: result.elected.length })}
          {result.emptySeats > 0 && ` ${t('electionResult.emptyShort', { count: result.emptySeats })}`}
        </p>
      )}
      {turnout && (
        <SoftText>
          {t('electionResult.castOf', {
            cast: turnout.cast.toLocaleString(language),
            electorate: turnout.electorate.toLocaleString(language),
          })}
        </SoftText>
      )}
      {result && (
        <Cluster>
          <Link
            className={buttonClass}
            to="/elections/$electionId/results/$contestId"
            params={{ electionId, contestId: id }}
          >
            {t('electionResult.seeCountOf', { position: position.title })}
          </Link>
        </Cluster>
      )}
    </Card>
  );
}
