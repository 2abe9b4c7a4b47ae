import type { ReactElement } from 'react';
import { Notice, Stack, useTexts } from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import { AnswerCard } from './AnswerCard.js';
import { ConsentedFields } from './ConsentedFields.js';
import { HandCard } from './HandCard.js';
import { MilestonesCard } from './MilestonesCard.js';
import { QuestionsCard } from './QuestionsCard.js';
import { StandingCard } from './StandingCard.js';

/** A referral, or the fact that its student took the consent back. */
export function ReferralView({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement {
  const { t } = useTexts();
  const isSealed = referral.status === 'WITHDRAWN';
  return (
    <Stack>
      <StandingCard referral={referral} />
      {isSealed ? (
        <Notice>
          <strong>{t('sealed.title')}</strong>
          <span>{t('sealed.lead')}</span>
        </Notice>
      ) : (
        <>
          <ConsentedFields fields={referral.fields} />
          <QuestionsCard referral={referral} />
          <AnswerCard referral={referral} />
          <MilestonesCard referral={referral} />
          <HandCard referral={referral} />
        </>
      )}
    </Stack>
  );
}
