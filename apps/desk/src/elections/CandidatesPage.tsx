import {
  ActionButton,
  Card,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ElectionCandidatesDocument,
  PublishCandidatesDocument,
  type ElectionCandidatesQuery,
} from '../generated/candidates/graphql.js';
import { CandidateCard } from './CandidateCard.js';
import { CheckList } from './CheckList.js';
import { ContestTitle } from './ContestTitle.js';
import { ElectionStatusBadge } from './ElectionStatusBadge.js';
import { screeningChecks } from './screening-checks.js';
import { useElectionId } from './use-election-id.js';

export { words } from './candidacy-words.js';

type Election = NonNullable<ElectionCandidatesQuery['election']>;

/** Who is nominated and who stands, contest by contest, and what the returning officer decides about it. */
export function CandidatesPage(): ReactElement {
  const { t } = useTexts();
  const id = useElectionId();
  const query = useGraphQuery(ElectionCandidatesDocument, { id });
  return (
    <Page title={t('candidacies.title')} lead={t('candidacies.lead')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="12rem" />}
        isEmpty={({ election }) => !election}
        empty={
          <EmptyState picture="door" title={t('elections.missing')}>
            {t('elections.missingLead')}
          </EmptyState>
        }
      >
        {({ election }) => election && <Contests election={election} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

type Props = { readonly election: Election; readonly onChange: () => void };

function Contests({ election, onChange }: Props): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="large">
      <Publication {...{ election, onChange }} />
      {election.contests.map((contest) => {
        const people = contest.candidates.filter(({ isReopen }) => !isReopen);
        return (
          <section key={contest.id}>
            <Stack>
              <h2>
                <ContestTitle contest={contest} />
              </h2>
              {people.length === 0 && <SoftText>{t('candidacies.nobody')}</SoftText>}
              {people.map((candidate) => (
                <CandidateCard key={candidate.id} {...{ candidate, onChange }} electionStatus={election.status} />
              ))}
            </Stack>
          </section>
        );
      })}
    </Stack>
  );
}

/** Publication stands above everybody, because it waits for all of them. */
function Publication({ election, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const publish = useGraphMutation(PublishCandidatesDocument);
  const checks = screeningChecks(election);
  return (
    <Card>
      <h2>
        <Link to="/elections/$electionId" params={{ electionId: election.id }}>
          {election.title}
        </Link>
      </h2>
      <ElectionStatusBadge status={election.status} />
      {election.status === 'SCREENING' && <CheckList checks={checks} />}
      {checks.every(({ isDone }) => isDone) && (
        <ActionButton
          viewerActions={election.viewerActions}
          action="PUBLISH_CANDIDATES"
          look="primary"
          label={t('candidacies.publish')}
          confirm={{
            title: t('candidacies.publishTitle'),
            body: t('candidacies.publishBody'),
            label: t('candidacies.publish'),
          }}
          onRun={async () => {
            const { data, problem } = await publish({ input: { electionId: election.id } });
            return { result: data?.publishCandidates, problem };
          }}
          onDone={onChange}
        />
      )}
    </Card>
  );
}
