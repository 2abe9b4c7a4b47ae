import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  EmptyState,
  SoftText,
  Stack,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import { lazy, type ReactElement } from 'react';
import { RemoveContestDocument } from '../generated/contest-forms/graphql.js';
import type { RunContestFragment } from '../generated/election/graphql.js';
import { ContestTitle } from './ContestTitle.js';
import type { ElectionProps } from './ElectionView.js';
import { TurnoutLine } from './TurnoutLine.js';

const AddContestForm = lazy(async () => ({ default: (await import('./AddContestForm.js')).AddContestForm }));
const EditContestForm = lazy(async () => ({ default: (await import('./EditContestForm.js')).EditContestForm }));

/** What is elected: the contests with their seats, their voters and how many stand; changed while the election is planned. */
export function ContestsPart({ election, onChange }: ElectionProps): ReactElement {
  const { t } = useTexts();
  const { contests, viewerActions } = election;
  return (
    <section>
      <Stack>
        <Cluster justify="between">
          <h2>{t('elections.contests')}</h2>
          <DialogAction {...{ viewerActions }} action="EDIT_CONTESTS" label={t('elections.addContest')}>
            {(close) => (
              <AddContestForm
                election={election}
                onDone={() => {
                  close();
                  onChange();
                }}
              />
            )}
          </DialogAction>
        </Cluster>
        {contests.length === 0 && (
          <EmptyState title={t('elections.noContests')}>{t('elections.noContestsLead')}</EmptyState>
        )}
        {contests.map((contest) => (
          <ContestCard key={contest.id} {...{ contest, election, onChange }} />
        ))}
      </Stack>
    </section>
  );
}

type ContestProps = ElectionProps & { readonly contest: RunContestFragment };

function ContestCard({ contest, election, onChange }: ContestProps): ReactElement {
  const { t } = useTexts();
  const { electorate, seats, mandatesEndAt, candidates } = contest;
  const standing = candidates.filter(({ isReopen, status }) => !isReopen && status !== 'DECLINED').length;
  // A term ends with the first instant after its last day.
  const lastMoment = new Date(Date.parse(mandatesEndAt) - 1).toISOString();
  return (
    <Card as="article">
      <h3>
        <ContestTitle contest={contest} />
      </h3>
      <Cluster>
        <SoftText isSmall>{t('elections.seats', { count: seats })}</SoftText>
        <SoftText isSmall>{t(`elections.voters.${electorate.kind}`, { name: electorate.group?.name })}</SoftText>
        <SoftText isSmall>
          {t('elections.term')} <DateTimeText instant={lastMoment} show="day" />
        </SoftText>
      </Cluster>
      {election.status !== 'PLANNED' && <p>{t('elections.candidates', { count: standing })}</p>}
      {!contest.result && <TurnoutLine turnout={contest.turnout} />}
      <ContestActions {...{ contest, election, onChange }} />
    </Card>
  );
}

function ContestActions({ contest, election, onChange }: ContestProps): ReactElement | null {
  const { t } = useTexts();
  const remove = useGraphMutation(RemoveContestDocument);
  const { viewerActions } = election;
  if (!viewerActions.includes('EDIT_CONTESTS')) return null;
  return (
    <Cluster>
      <DialogAction {...{ viewerActions }} action="EDIT_CONTESTS" label={t('elections.editContest')}>
        {(close) => (
          <EditContestForm
            contest={contest}
            onDone={() => {
              close();
              onChange();
            }}
          />
        )}
      </DialogAction>
      <ActionButton
        {...{ viewerActions }}
        action="EDIT_CONTESTS"
        look="danger"
        label={t('elections.removeContest')}
        confirm={{
          title: t('elections.removeContestTitle', { title: contest.position.title }),
          body: t('elections.removeContestBody'),
          label: t('elections.removeContest'),
        }}
        onRun={async () => {
          const { data, problem } = await remove({ input: { contestId: contest.id } });
          return { result: data?.removeContest, problem };
        }}
        onDone={onChange}
      />
    </Cluster>
  );
}
