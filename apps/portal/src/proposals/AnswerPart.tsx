import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  Stack,
  StatusBadge,
  useTexts,
  type Tone,
} from '@guildhall/ui';
import type { ProposalDecision } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import type { ProposalPartProps, ShownProposal } from './proposal-document.js';

const rateDocument = graphql(`
  mutation RateProposalAnswer($input: RateProposalAnswerInput!) {
    rateProposalAnswer(input: $input) {
      __typename
    }
  }
`);

/** What the council and the department said, when the department may answer, and what supporters think of it. */
export function AnswerPart({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const { answers, council, expectedAnswer, leadDepartment } = proposal;
  if (answers.length === 0 && !council && !leadDepartment) return null;
  return (
    <Card>
      <h2>{t('proposal.answer')}</h2>
      {council && <Council council={council} />}
      {expectedAnswer && <Expected expected={expectedAnswer} />}
      {proposal.status === 'RECONSIDERED' && <Notice tone="warn">{t('proposal.reconsidered')}</Notice>}
      <Stack>
        {answers.map((answer) => (
          <Answer key={answer.round} answer={answer} />
        ))}
      </Stack>
      <Rate proposal={proposal} onChange={onChange} />
    </Card>
  );
}

function Council({ council }: { readonly council: NonNullable<ShownProposal['council']> }): ReactElement {
  const { t } = useTexts();
  const { adopted, metOn, votesFor, votesAgainst, abstentions } = council;
  return (
    <p>
      <StatusBadge tone={adopted ? 'good' : 'danger'}>
        {t(`status.proposal.${adopted ? 'ADOPTED' : 'NOT_ADOPTED'}`)}
      </StatusBadge>{' '}
      <DateTimeText instant={`${metOn}T12:00:00Z`} show="day" /> ·{' '}
      {t('proposal.votes', { for: votesFor, against: votesAgainst, abstentions })}
    </p>
  );
}

const tones: Readonly<Record<ProposalDecision, Tone>> = {
  ACCEPTED: 'good',
  PARTLY: 'info',
  ALTERNATIVE: 'info',
  ALREADY_DONE: 'good',
  DECLINED: 'danger',
};

/** The day by which half of such answers come, and between which days four of five do. */
function Expected({ expected }: { readonly expected: NonNullable<ShownProposal['expectedAnswer']> }): ReactElement {
  const { t } = useTexts();
  const day = (on: string): ReactElement => <DateTimeText instant={`${on}T12:00:00Z`} show="day" />;
  const { earliestOn, expectedOn, latestOn, basis } = expected;
  return (
    <Notice>
      {expectedOn && (
        <>
          {t('proposal.expected')} {day(expectedOn)}.{' '}
        </>
      )}
      <SoftText isSmall>
        {t('proposal.expectedFrom')} {day(earliestOn)}
        {latestOn && (
          <>
            {' '}
            {t('proposal.expectedTo')} {day(latestOn)}
          </>
        )}
        . {t(`proposal.basis.${basis}`)}
      </SoftText>
    </Notice>
  );
}

function Answer({ answer }: { readonly answer: ShownProposal['answers'][number] }): ReactElement {
  const { t } = useTexts();
  const { decision, text, reason, whoDecides, answeredAt, isFinal, ratings } = answer;
  return (
    <section>
      <Cluster>
        <StatusBadge tone={tones[decision]}>{t(`proposalDecision.${decision}`)}</StatusBadge>
        <SoftText isSmall>
          <DateTimeText instant={answeredAt} show="day" />
        </SoftText>
        {isFinal && <SoftText isSmall>{t('proposal.final')}</SoftText>}
      </Cluster>
      <Prose>{text}</Prose>
      <Facts
        facts={[
          { name: t('proposal.reason'), value: reason },
          { name: t('proposal.whoDecides'), value: whoDecides },
          {
            name: t('proposal.ratings'),
            value: ratings.yes + ratings.no > 0 && t('proposal.ratingsOf', { yes: ratings.yes, no: ratings.no }),
          },
        ]}
      />
    </section>
  );
}

function Rate({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const rate = useAction(rateDocument, (data) => data.rateProposalAnswer);
  const { viewerActions, viewerStanding, ratedUntil } = proposal;
  if (!viewerActions.includes('RATE')) return null;
  const said = viewerStanding.satisfied;
  const button = (satisfied: boolean): ReactElement => (
    <ActionButton
      viewerActions={viewerActions}
      action="RATE"
      look={said === satisfied ? 'primary' : 'plain'}
      label={t(satisfied ? 'proposal.satisfied' : 'proposal.dissatisfied')}
      onRun={() => rate({ input: { proposalId: proposal.id, satisfied } })}
      onDone={onChange}
    />
  );
  return (
    <Stack gap="small">
      <h3>{t('proposal.rate')}</h3>
      {ratedUntil && (
        <SoftText isSmall>
          {t('proposal.rateUntil')} <DateTimeText instant={ratedUntil} show="day" />
        </SoftText>
      )}
      {said !== null && <SoftText isSmall>{t(said ? 'proposal.saidSatisfied' : 'proposal.saidDissatisfied')}</SoftText>}
      <Cluster>
        {button(true)}
        {button(false)}
      </Cluster>
    </Stack>
  );
}
