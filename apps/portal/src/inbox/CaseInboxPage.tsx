import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  CaseInboxView,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
  type CaseInboxProps,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { inboxDocument, readDocument, settingsDocument } from './inbox-document.js';

export { words } from './words.js';

/** The member's inbox for case matters, apart from every other notification. */
export function CaseInboxPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('caseInbox.title')} lead={t('caseInbox.lead')}>
      <SignedIn>
        <Inboxes />
      </SignedIn>
    </Page>
  );
}

function Inboxes(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(inboxDocument, {});
  const read = useAction(readDocument, (data) => data.readCaseNotices);
  const change = useAction(settingsDocument, (data) => data.changeCaseInboxSettings);
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ viewer }) => !viewer.caseInboxes.some(({ role }) => role === 'STUDENT')}
      empty={
        <EmptyState picture="letter" title={t('caseInbox.none')}>
          {t('caseInbox.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => (
        <Stack>
          {viewer.caseInboxes
            .filter(({ role }) => role === 'STUDENT')
            .map((inbox) => (
              <CaseInboxView
                key={inbox.id}
                inbox={inbox}
                linkOf={linkOf}
                onRead={(input) => read({ input })}
                onChange={(input) => change({ input })}
                onDone={query.reload}
              />
            ))}
        </Stack>
      )}
    </QueryView>
  );
}

const linkOf: CaseInboxProps['linkOf'] = ({ case: item, reason }, words) => {
  if (reason === 'MEDIATION') return <Link to="/mediation">{words}</Link>;
  if (!item) return words;
  return (
    <Link to="/help/$caseId" params={{ caseId: item.id }}>
      {words}
    </Link>
  );
};
