import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Notice,
  PersonChip,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ApproveAffiliationDocument } from '../generated/affiliation-forms/graphql.js';
import type { SubmittedAffiliationFragment } from '../generated/affiliations/graphql.js';
import { NoteForm } from './NoteForm.js';

/** What a group handed in, and what to do once something was decided. */
export type SubmissionCardProps = {
  readonly submission: SubmittedAffiliationFragment;
  readonly onDone: () => void;
};

const offices = ['president', 'treasurer', 'secretary'] as const;

/** What a group handed in, what was said before, and what can be decided now. */
export function SubmissionCard({ submission, onDone }: SubmissionCardProps): ReactElement {
  const { t } = useTexts();
  const { group, occasion, submittedAt, constitutionText, constitutionLink, riskStatement, programme } = submission;
  return (
    <Card as="article">
      <h3>{group?.name}</h3>
      <Cluster>
        <StatusBadge tone="info">{t(`affiliations.occasion.${occasion}`)}</StatusBadge>
        <SoftText isSmall>
          {t('affiliations.handedIn')} <DateTimeText instant={submittedAt} show="day" />
        </SoftText>
      </Cluster>
      <h4>{t('affiliations.officers')}</h4>
      <Cluster>
        {offices.map((office) => (
          <span key={office}>
            {t(`affiliations.${office}`)}: <PersonChip name={submission[office]?.displayName} />
          </span>
        ))}
      </Cluster>
      <h4>{t('affiliations.constitution')}</h4>
      {constitutionText !== null && <p>{constitutionText}</p>}
      {constitutionLink !== null && (
        <a href={constitutionLink} rel="noreferrer">
          {constitutionLink}
        </a>
      )}
      <h4>{t('affiliations.risk')}</h4>
      <p>{riskStatement}</p>
      <h4>{t('affiliations.programme')}</h4>
      <p>{programme}</p>
      <Before submission={submission} />
      <Decide submission={submission} onDone={onDone} />
    </Card>
  );
}

function Before({
  submission: { steps, viewerActions, status },
}: Pick<SubmissionCardProps, 'submission'>): ReactElement {
  const { t } = useTexts();
  return (
    <>
      {steps
        .filter(({ note }) => note !== null)
        .map(({ id, action, note, at }) => (
          <Notice key={id}>
            <strong>{t(`affiliations.step.${action}`)}</strong> <DateTimeText instant={at} show="day" />
            <p>{note}</p>
          </Notice>
        ))}
      {status === 'SUBMITTED' && viewerActions.length === 0 && <SoftText>{t('affiliations.somebodyElse')}</SoftText>}
    </>
  );
}

function Decide({ submission, onDone }: SubmissionCardProps): ReactElement {
  const { t } = useTexts();
  const approve = useGraphMutation(ApproveAffiliationDocument);
  const { id: submissionId, viewerActions } = submission;
  const form = (decision: 'REQUEST_CHANGES' | 'DECLINE') => (close: () => void) => (
    <NoteForm
      {...{ submissionId, decision }}
      onDone={() => {
        close();
        onDone();
      }}
    />
  );
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="APPROVE"
        label={t('affiliations.approve')}
        confirm={{ title: t('affiliations.approveTitle'), body: t('affiliations.approveBody') }}
        onRun={async () => {
          const { data, problem } = await approve({ input: { submissionId } });
          return { result: data?.approveAffiliation, problem };
        }}
        onDone={onDone}
      />
      <DialogAction viewerActions={viewerActions} action="REQUEST_CHANGES" label={t('affiliations.askChanges')}>
        {form('REQUEST_CHANGES')}
      </DialogAction>
      <DialogAction viewerActions={viewerActions} action="DECLINE" look="danger" label={t('affiliations.decline')}>
        {form('DECLINE')}
      </DialogAction>
    </Cluster>
  );
}
