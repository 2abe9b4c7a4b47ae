import { Stack, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ReferralFileFragment } from '../generated/referral/graphql.js';
import { ReferralCard } from './ReferralCard.js';

/** The referrals of a case, oldest first, and what follows once one changed. */
export type ReferralListProps = { readonly referrals: readonly ReferralFileFragment[]; readonly onDone: () => void };

/** What departments were or may be asked in a case. */
export function ReferralList({ referrals, onDone }: ReferralListProps): ReactElement {
  const { t } = useTexts();
  return (
    <section>
      <Stack>
        <h2>{t('referral.all')}</h2>
        {referrals.map((referral) => (
          <ReferralCard key={referral.id} {...{ referral, onDone }} />
        ))}
      </Stack>
    </section>
  );
}
