import {
  buttonClass,
  CaseInboxView,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
  type CaseInboxProps,
} from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  CaseInboxesDocument,
  ChangeCaseInboxSettingsDocument,
  ReadCaseNoticesDocument,
} from '../generated/inbox/graphql.js';

export { words } from './words.js';

type LinkOf = CaseInboxProps['linkOf'];

/** What happened in the cases that somebody of the advice service works on. */
export function InboxPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('deskInbox.title')} lead={t('deskInbox.lead')}>
      <Inboxes />
    </Page>
  );
}

function Inboxes(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(CaseInboxesDocument, {});
  const read = useGraphMutation(ReadCaseNoticesDocument);
  const change = useGraphMutation(ChangeCaseInboxSettingsDocument);
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ viewer }) => !viewer.caseInboxes.some(({ role }) => role === 'STAFF')}
      empty={<EmptyState title={t('deskInbox.none')}>{t('deskInbox.noneLead')}</EmptyState>}
    >
      {({ viewer }) => (
        <Stack>
          {viewer.emergencyActions.length > 0 && (
            <Cluster>
              <Link className={buttonClass} data-look="plain" to="/emergency">
                {t('desk.emergency')}
              </Link>
            </Cluster>
          )}
          {viewer.caseInboxes
            .filter(({ role }) => role === 'STAFF')
            .map((inbox) => (
              <CaseInboxView
                key={inbox.id}
                {...{ inbox, linkOf }}
                onRead={async (input) => {
                  const { data, problem } = await read({ input });
                  return { result: data?.readCaseNotices, problem };
                }}
                onChange={async (input) => {
                  const { data, problem } = await change({ input });
                  return { result: data?.changeCaseInboxSettings, problem };
                }}
                onDone={query.reload}
              />
            ))}
        </Stack>
      )}
    </QueryView>
  );
}

const linkOf: LinkOf = ({ case: item, entry, reason }, words) => {
  if (reason === 'SECOND_PERSON_WANTED' || (reason === 'BREAK_GLASS' && !item))
    return <Link to="/emergency">{words}</Link>;
  if (reason === 'MEDIATION') return <Link to="/mediation">{words}</Link>;
  if (item)
    return (
      <Link to="/cases/$caseId" params={{ caseId: item.id }}>
        {words}
      </Link>
    );
  // Managers know a case by its place in the queue alone; a case that is hidden by now leads nowhere.
  return entry ? <Link to="/">{words}</Link> : words;
};
