import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, DialogAction, SoftText, useTexts } from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import { DraftAnswerForm } from './DraftAnswerForm.js';
import { PublishAnswerForm } from './PublishAnswerForm.js';
import styles from './referral.module.css';

/** The department's answer: as published, or as a draft with the ways to write and publish it. */
export function AnswerCard({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement | null {
  const { t } = useTexts();
  const { viewerActions, response } = referral;
  const mayWrite = viewerActions.includes('DRAFT_RESPONSE') || viewerActions.includes('RESPOND');
  if (!response && !mayWrite) return null;
  return (
    <Card>
      <h2>{t('answer.title')}</h2>
      {response && <Published response={response} />}
      {viewerActions.includes('DRAFT_RESPONSE') && <DraftAnswerForm referral={referral} />}
      {viewerActions.includes('DRAFT_RESPONSE') && !viewerActions.includes('RESPOND') && (
        <SoftText>{t('answer.leadPublishes')}</SoftText>
      )}
      <Cluster>
        <DialogAction
          viewerActions={viewerActions}
          action="RESPOND"
          look="primary"
          label={t('answer.publish')}
          title={t('answer.publishTitle')}
        >
          {(close) => <PublishAnswerForm referral={referral} onDone={close} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

function Published({ response }: { readonly response: NonNullable<ReferralPartsFragment['response']> }): ReactElement {
  const { t } = useTexts();
  const { decision, text, respondedAt, redirectTo } = response;
  return (
    <>
      <h3>{t(`decision.${decision}`)}</h3>
      {redirectTo && <p>{t('answer.redirectedTo', { name: redirectTo.name })}</p>}
      <p className={styles.words}>{text ?? t('consented.erased')}</p>
      <SoftText isSmall>
        {t('answer.published')} <DateTimeText instant={respondedAt} />
      </SoftText>
    </>
  );
}
