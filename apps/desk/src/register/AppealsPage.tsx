import {
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { MembershipAppealsDocument } from '../generated/appeals/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { AppealCard } from './AppealCard.js';
import { LifeLinks } from './LifeLinks.js';

export { words } from './words.js';

/** Appeals against suspensions that wait, for whoever keeps the register and did not suspend. */
export function AppealsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('register.appealsTitle')} lead={t('register.appealsLead')}>
      <ForRoles roles={pageRoles.register}>
        {() => (
          <Stack>
            <LifeLinks chosen="appeals" />
            <Appeals />
          </Stack>
        )}
      </ForRoles>
    </Page>
  );
}

function Appeals({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(
    useGraphQuery(MembershipAppealsDocument, { status: 'WAITING', after }),
    ({ membershipAppeals }) => membershipAppeals,
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('register.noAppealTitle')}>{t('register.noAppealLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          {edges.map(({ node }) => (
            <AppealCard key={node.id} appeal={node} onDone={query.reload} />
          ))}
          <NextPage pageInfo={pageInfo}>{(after) => <Appeals after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
