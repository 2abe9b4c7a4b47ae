import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  StatusBadge,
  Timeline,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import { AcknowledgeReferralDocument } from '../generated/graphql.js';
import { isLate, isOwed } from '../queue/is-late.js';
import { ReferralStatusBadge } from './ReferralStatusBadge.js';
import { stagesOf } from './stages.js';

/** Where a referral stands, until when the answer is due, and the steps that need no words. */
export function StandingCard({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement {
  const { t } = useTexts();
  const { status, dueAt, sentAt, response } = referral;
  const details: Readonly<Record<string, string | null | undefined>> = {
    SENT: sentAt,
    RESPONDED: response?.respondedAt,
  };
  const steps = stagesOf(status, response?.decision).map(({ stage, state }) => ({
    key: stage,
    title: t(`stages.${stage}`),
    state,
    detail: details[stage] ? <DateTimeText instant={details[stage]} show="day" /> : undefined,
  }));
  return (
    <Card>
      <Cluster>
        <ReferralStatusBadge status={status} />
        {isLate(referral, Date.now()) && <StatusBadge tone="danger">{t('queue.late')}</StatusBadge>}
        {dueAt && isOwed({ status }) && (
          <span>
            {t('referral.due')} <DateTimeText instant={dueAt} show="day" isRelative />
          </span>
        )}
      </Cluster>
      <Timeline steps={steps} />
      <WordlessActions referral={referral} />
    </Card>
  );
}

function WordlessActions({
  referral: { id, viewerActions },
}: {
  readonly referral: ReferralPartsFragment;
}): ReactElement {
  const { t } = useTexts();
  const acknowledge = useGraphMutation(AcknowledgeReferralDocument);
  const input = { referralId: id };
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="ACKNOWLEDGE"
        look="primary"
        label={t('actions.acknowledge')}
        onRun={async () => {
          const { data, problem } = await acknowledge({ input });
          return { result: data?.acknowledgeReferral, problem };
        }}
      />
    </Cluster>
  );
}
