import {
  CaseInboxView,
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
import { ForDepartment } from '../department/ForDepartment.js';
import { CaseInboxesDocument, ChangeCaseInboxSettingsDocument, ReadCaseNoticesDocument } from '../generated/graphql.js';

export { words } from './words.js';

/** What came for the department; shared by all who work for it, its mail set up by the lead. */
export function InboxPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('departmentInbox.title')} lead={t('departmentInbox.lead')}>
      <ForDepartment skeleton={<Skeleton height="24rem" />}>{() => <Inboxes />}</ForDepartment>
    </Page>
  );
}

function Inboxes(): ReactElement {
  const query = useGraphQuery(CaseInboxesDocument, {});
  const read = useGraphMutation(ReadCaseNoticesDocument);
  const change = useGraphMutation(ChangeCaseInboxSettingsDocument);
  return (
    <QueryView query={query} skeleton={<Skeleton height="24rem" />}>
      {({ viewer }) => (
        <Stack>
          {viewer.caseInboxes
            .filter(({ role }) => role === 'DEPARTMENT')
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

const linkOf: CaseInboxProps['linkOf'] = ({ referral, reason }, words) => {
  if (reason === 'MEDIATION') return <Link to="/mediation">{words}</Link>;
  if (!referral) return words;
  return (
    <Link to="/referrals/$referralId" params={{ referralId: referral.id }}>
      {words}
    </Link>
  );
};
