import type { Tone } from '@guildhall/ui';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useRef } from 'react';
import type { ReferralFileFragment, ReferralStatus } from '../generated/referral/graphql.js';
import { CloseReferralDocument, SendReferralDocument } from '../generated/referral/graphql.js';
import { ReferralFields } from './ReferralFields.js';
import { ReferralProgress } from './ReferralProgress.js';
import { ReferralQuestions } from './ReferralQuestions.js';

const tones: Partial<Readonly<Record<ReferralStatus, Tone>>> = {
  DRAFTED: 'warn',
  CONSENTED: 'good',
  SENT: 'info',
  ACKNOWLEDGED: 'info',
  INFO_REQUESTED: 'warn',
  RESPONDED: 'good',
  ACTIONS: 'good',
};

/** A referral and what follows once it changed. */
export type ReferralCardProps = { readonly referral: ReferralFileFragment; readonly onDone: () => void };

/** What one department is or was asked, what it may see of it, and what it answered. */
export function ReferralCard({ referral, onDone }: ReferralCardProps): ReactElement {
  const { t } = useTexts();
  const { department, status, sentAt, dueAt } = referral;
  return (
    <Card as="article">
      <h3>{department?.name ?? t('referral.department')}</h3>
      <Cluster>
        <StatusBadge tone={tones[status]}>{t(`referralStatus.${status}`)}</StatusBadge>
      </Cluster>
      {sentAt && (
        <SoftText isSmall>
          {t('referral.sentAt')} <DateTimeText instant={sentAt} />
          {dueAt && (
            <>
              {' · '}
              {t('referral.dueAt')} <DateTimeText instant={dueAt} isRelative />
            </>
          )}
        </SoftText>
      )}
      <ReferralFields referral={referral} />
      <ReferralQuestions {...{ referral, onDone }} />
      <ReferralAnswer referral={referral} />
      <ReferralProgress referral={referral} />
      <ReferralActions {...{ referral, onDone }} />
    </Card>
  );
}

function ReferralAnswer({ referral: { response } }: Pick<ReferralCardProps, 'referral'>): ReactElement | null {
  const { t } = useTexts();
  if (!response) return null;
  return (
    <>
      <h4>{t('referral.answer')}</h4>
      <Cluster>
        <StatusBadge tone="info">{t(`decision.${response.decision}`)}</StatusBadge>
        <SoftText isSmall>
          <DateTimeText instant={response.respondedAt} />
        </SoftText>
      </Cluster>
      {response.redirectTo && (
        <SoftText>{t('referral.redirectedTo', { department: response.redirectTo.name })}</SoftText>
      )}
      <p>{response.text ?? t('case.erasedWords')}</p>
    </>
  );
}

function ReferralActions({ referral: { id: referralId, viewerActions }, onDone }: ReferralCardProps): ReactElement {
  const { t } = useTexts();
  const send = useGraphMutation(SendReferralDocument);
  const close = useGraphMutation(CloseReferralDocument);
  // One intent, however often it is pressed until it went through.
  const idempotencyKey = useRef(crypto.randomUUID());
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="SEND"
        label={t('referral.send')}
        look="primary"
        confirm={{ title: t('referral.sendTitle'), body: t('referral.sendBody'), label: t('referral.sendYes') }}
        onRun={async () => {
          const { data, problem } = await send({ input: { referralId, idempotencyKey: idempotencyKey.current } });
          return { result: data?.sendReferral, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="CLOSE"
        label={t('referral.close')}
        confirm={{ title: t('referral.closeTitle'), body: t('referral.closeBody'), label: t('referral.closeYes') }}
        onRun={async () => {
          const { data, problem } = await close({ input: { referralId } });
          return { result: data?.closeReferral, problem };
        }}
      />
    </Cluster>
  );
}
