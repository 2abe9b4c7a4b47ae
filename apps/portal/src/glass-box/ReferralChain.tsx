import type { ReactElement } from 'react';
import type { TimelineStep } from '@guildhall/ui';
import { DateTimeText, Stack, Timeline, useTexts } from '@guildhall/ui';
import type { BoxedReferral } from './referral-box-document.js';

/** The departments that a matter went through, and which of them this is. */
export type ReferralChainProps = Pick<BoxedReferral, 'chain'> & { readonly here: string };

type Link = BoxedReferral['chain'][number];

/** Where a matter was sent on to; nothing while it stands with the first department. */
export function ReferralChain({ chain, here }: ReferralChainProps): ReactElement | null {
  const { t } = useTexts();
  if (chain.length < 2) return null;
  const steps = chain.map((link) => ({
    key: link.id,
    title: link.department?.name ?? t('referral.department'),
    state: stateOf(link, here),
    detail: (
      <>
        {link.response ? t(`decision.${link.response.decision}`) : t(`status.referral.${link.status}`)}
        {link.response && (
          <>
            {' · '}
            <DateTimeText instant={link.response.respondedAt} show="day" />
          </>
        )}
      </>
    ),
  }));
  return (
    <Stack gap="small">
      <h2>{t('glassBox.chain')}</h2>
      <Timeline steps={steps} />
    </Stack>
  );
}

function stateOf({ id, status, response }: Link, here: string): TimelineStep['state'] {
  if (status === 'WITHDRAWN') return 'problem';
  if (id === here) return 'now';
  return response ? 'done' : 'next';
}
