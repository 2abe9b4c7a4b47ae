import type { TimelineStep } from '@guildhall/ui';
import { DateTimeText, Stack, Timeline, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ReferralFileFragment, ReferralMilestoneStatus } from '../generated/referral/graphql.js';

type Link = ReferralFileFragment['chain'][number];

const states: Readonly<Record<ReferralMilestoneStatus, TimelineStep['state']>> = {
  PROMISED: 'next',
  LATE: 'problem',
  DONE: 'done',
};

/** Where the matter of a referral was sent on to, and what its department promised; nothing while neither is so. */
export function ReferralProgress({ referral }: { readonly referral: ReferralFileFragment }): ReactElement {
  const { t } = useTexts();
  const { id: here, chain, milestones } = referral;
  return (
    <>
      {chain.length > 1 && (
        <Stack gap="small">
          <h4>{t('referral.chain')}</h4>
          <Timeline
            steps={chain.map((link) => ({
              key: link.id,
              title: link.department?.name ?? t('referral.department'),
              state: stateOf(link, here),
              detail: link.response ? t(`decision.${link.response.decision}`) : t(`referralStatus.${link.status}`),
            }))}
          />
        </Stack>
      )}
      {milestones.length > 0 && (
        <Stack gap="small">
          <h4>{t('referral.promises')}</h4>
          <Timeline
            steps={milestones.map(({ id, text, status, dueAt, doneAt }) => ({
              key: id,
              title: text ?? t('case.erasedWords'),
              state: states[status],
              detail: (
                <>
                  {t(`referral.promise.${status}`)} <DateTimeText instant={doneAt ?? dueAt} show="day" />
                </>
              ),
            }))}
          />
        </Stack>
      )}
    </>
  );
}

function stateOf({ id, status, response }: Link, here: string): TimelineStep['state'] {
  if (status === 'WITHDRAWN') return 'problem';
  if (id === here) return 'now';
  return response ? 'done' : 'next';
}
