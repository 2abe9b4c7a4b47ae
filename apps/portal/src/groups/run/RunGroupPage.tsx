import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../../parts/use-place.js';
import { AffiliationPart } from './AffiliationPart.js';
import { ComingInPart } from './ComingInPart.js';
import { AboutPart } from './AboutPart.js';
import { OfficesPart } from './OfficesPart.js';
import { runDocument, type RunGroup } from './run-document.js';

export { words } from './words.js';

/** Where the officers of a group run it: requests and invitations, offices and mandates, affiliation, and what it says of itself. */
export function RunGroupPage(): ReactElement {
  const { t } = useTexts();
  const groupId = usePlaceParam('groupId');
  const query = useGraphQuery(runDocument, { id: groupId });
  return (
    <Page title={query.data?.group?.name ?? t('runGroup.title')} lead={t('runGroup.lead')}>
      <Stack gap="large">
        <Link className={buttonClass} data-look="quiet" to="/groups/$groupId" params={{ groupId }}>
          {t('runGroup.back')}
        </Link>
        <QueryView
          query={query}
          skeleton={<Skeleton height="30rem" />}
          isEmpty={({ group }) => group?.viewerActions.includes('EDIT') !== true}
          empty={
            <EmptyState picture="door" title={t('runGroup.notYours')}>
              {t('runGroup.notYoursLead')}
            </EmptyState>
          }
        >
          {({ group }) => group && <Parts group={group} onChange={query.reload} />}
        </QueryView>
      </Stack>
    </Page>
  );
}

function Parts({ group, onChange }: { readonly group: RunGroup; readonly onChange: () => void }): ReactElement {
  return (
    <Stack gap="large">
      <HandoverAlert group={group} />
      <ComingInPart group={group} onChange={onChange} />
      <OfficesPart group={group} onChange={onChange} />
      <AffiliationPart key={group.affiliationSubmission?.id} group={group} onChange={onChange} />
      <AboutPart group={group} onChange={onChange} />
    </Stack>
  );
}

function HandoverAlert({ group: { handover } }: { readonly group: RunGroup }): ReactElement | null {
  const { t } = useTexts();
  if (!handover || handover.state === 'SERVED') return null;
  return (
    <Notice tone="warn">
      <p>{t(`runGroup.handover.${handover.state}`)}</p>
      <DateTimeText instant={handover.servedUntil} show="day" />
      {handover.dormantAt !== null && (
        <SoftText isSmall>
          {t('group.dormantOn')} <DateTimeText instant={handover.dormantAt} show="day" />
        </SoftText>
      )}
    </Notice>
  );
}
