import { buttonClass, EmptyState, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { DeskCaseQuery } from '../generated/case/graphql.js';
import { DeskCaseDocument } from '../generated/case/graphql.js';
import { CaseActions } from './CaseActions.js';
import { IntakeCard } from '../intake/IntakeCard.js';
import { caseCode } from './case-code.js';
import { CaseFacts } from './CaseFacts.js';
import { Conversation } from './Conversation.js';
import { useCaseId } from './use-case-id.js';
import { ReferralList } from '../referral/ReferralList.js';

export { words } from '../intake/words.js';

/** A case as its case worker reads it. */
export type CaseFile = NonNullable<DeskCaseQuery['case']>;

/** One case: what it is, the conversation, what departments were asked, and what to do next. For its case worker alone. */
export function CasePage(): ReactElement {
  const { t } = useTexts();
  const caseId = useCaseId();
  const query = useGraphQuery(DeskCaseDocument, { id: caseId });
  const item = query.data?.case;
  const title = item
    ? t('case.heading', { matter: t(`matter.${item.matter}`), code: caseCode(caseId) })
    : t('case.title');
  return (
    <Page title={title} lead={t('case.lead')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="16rem" />}
        isEmpty={(data) => !data.case}
        empty={<NoCase />}
      >
        {(data) => (data.case ? <CaseParts item={data.case} onDone={query.reload} /> : <NoCase />)}
      </QueryView>
    </Page>
  );
}

function CaseParts({ item, onDone }: { readonly item: CaseFile; readonly onDone: () => void }): ReactElement {
  return (
    <Stack gap="large">
      <CaseFacts item={item}>
        <CaseActions {...{ item, onDone }} />
      </CaseFacts>
      <Conversation {...{ item, onDone }} />
      <IntakeCard caseId={item.id} />
      {item.referrals.length > 0 && <ReferralList referrals={item.referrals} onDone={onDone} />}
    </Stack>
  );
}

function NoCase(): ReactElement {
  const { t } = useTexts();
  const toQueue = (
    <Link to="/" className={buttonClass} data-look="plain">
      {t('case.toQueue')}
    </Link>
  );
  return (
    <EmptyState picture="door" title={t('case.noneTitle')} action={toQueue}>
      {t('case.noneLead')}
    </EmptyState>
  );
}
