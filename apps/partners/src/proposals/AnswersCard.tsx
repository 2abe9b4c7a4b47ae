import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, DialogAction, SoftText, Stack, StatusBadge, useTexts } from '@guildhall/ui';
import type { PartnerProposalFragment } from '../generated/graphql.js';
import type { ProposalCardProps } from './DepartmentProposalPage.js';
import { AnswerForm } from './AnswerForm.js';

/** Drafts of the departments concerned, which nobody else reads, and the answers that everybody reads. */
export function AnswersCard({ proposal, onDone }: ProposalCardProps): ReactElement | null {
  const { t } = useTexts();
  const { answers, answerDrafts, viewerActions } = proposal;
  const canWrite = viewerActions.some((action) => action === 'DRAFT_ANSWER' || action === 'ANSWER');
  if (answers.length === 0 && answerDrafts.length === 0 && !canWrite) return null;
  const form = (kind: 'draft' | 'publish') => (close: () => void) => (
    <AnswerForm
      {...{ proposal, kind }}
      onDone={() => {
        close();
        onDone();
      }}
    />
  );
  return (
    <Card>
      <h2>{t('proposalAnswer.title')}</h2>
      <Stack>
        {answers.map((answer) => (
          <Answer key={answer.round} answer={answer} />
        ))}
        {answerDrafts.map((draft) => (
          <Draft key={draft.department?.id ?? draft.draftedAt} draft={draft} />
        ))}
        {answerDrafts.length > 0 && <SoftText isSmall>{t('proposalAnswer.private')}</SoftText>}
      </Stack>
      <Cluster>
        <DialogAction viewerActions={viewerActions} action="DRAFT_ANSWER" label={t('proposalAnswer.draft')}>
          {form('draft')}
        </DialogAction>
        <DialogAction viewerActions={viewerActions} action="ANSWER" look="primary" label={t('proposalAnswer.publish')}>
          {form('publish')}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type Words = {
  readonly decision: string;
  readonly text: string;
  readonly reason?: string | null;
  readonly whoDecides?: string | null;
};

function SaidWords({ words }: { readonly words: Words }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <p>{words.text}</p>
      {words.reason && (
        <p>
          <strong>{t('proposalAnswer.reason')}</strong> {words.reason}
        </p>
      )}
      {words.whoDecides && (
        <p>
          <strong>{t('proposalAnswer.whoDecides')}</strong> {words.whoDecides}
        </p>
      )}
    </>
  );
}

function Answer({ answer }: { readonly answer: PartnerProposalFragment['answers'][number] }): ReactElement {
  const { t } = useTexts();
  const { decision, answeredAt, isFinal, ratings } = answer;
  return (
    <section>
      <Cluster>
        <StatusBadge tone="info">{t(`proposalDecision.${decision}`)}</StatusBadge>
        <SoftText isSmall>
          <DateTimeText instant={answeredAt} show="day" />
        </SoftText>
        {isFinal && <SoftText isSmall>{t('proposalAnswer.final')}</SoftText>}
      </Cluster>
      <SaidWords words={answer} />
      <SoftText isSmall>{t('proposalAnswer.ratings', { yes: ratings.yes, no: ratings.no })}</SoftText>
    </section>
  );
}

function Draft({ draft }: { readonly draft: PartnerProposalFragment['answerDrafts'][number] }): ReactElement {
  const { t } = useTexts();
  return (
    <section>
      <Cluster>
        <StatusBadge>{t('proposalAnswer.draftOf', { name: draft.department?.name ?? '' })}</StatusBadge>
        <SoftText isSmall>
          {t(`proposalDecision.${draft.decision}`)} · <DateTimeText instant={draft.draftedAt} />
        </SoftText>
      </Cluster>
      <SaidWords words={draft} />
    </section>
  );
}
