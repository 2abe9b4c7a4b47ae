import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Button,
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Rows } from '../parts/Rows.js';
import { NoticeFilters } from './NoticeFilters.js';
import { NoticeRow } from './NoticeRow.js';
import { noticesDocument, readNoticesDocument } from './notices-documents.js';
import type { NoticeSearch } from './read-notice-search.js';

export { words } from './words.js';

/** Everything the viewer was told, the newest first, with where to go from each. */
export function NoticesPage(): ReactElement {
  const { t } = useTexts();
  const search: NoticeSearch = useSearch({ from: '/notices' });
  const navigate = useNavigate();
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')}>
      <SignedIn>
        <Stack>
          <NoticeFilters search={search} onChange={(next) => void navigate({ to: '/notices', search: next })} />
          <Notices key={JSON.stringify(search)} search={search} />
          <Cluster>
            <Link className={buttonClass} data-look="plain" to="/updates">
              {t('notices.updates')}
            </Link>
            <Link className={buttonClass} data-look="plain" to="/settings/notifications">
              {t('notices.settings')}
            </Link>
          </Cluster>
        </Stack>
      </SignedIn>
    </Page>
  );
}

function Notices({ search, after }: { readonly search: NoticeSearch; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(noticesDocument, { topic: search.topic, onlyUnread: search.unread, after });
  const read = useAction(readNoticesDocument, (data) => data.markNotificationsRead);
  const mark = async (notificationIds?: string[]): Promise<void> => {
    await read({ input: { notificationIds } });
    query.reload();
  };
  const isFiltered = search.topic !== undefined || search.unread === true;
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={6} height="4rem" />}
      isEmpty={({ viewer }) => (viewer.notifications?.edges ?? []).length === 0 && after === undefined}
      empty={
        <EmptyState picture="letter" title={t(isFiltered ? 'notices.noneHere' : 'notices.none')}>
          {t(isFiltered ? 'notices.noneHereLead' : 'notices.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { notifications, unreadNotifications } }) =>
        notifications && (
          <Stack>
            {after === undefined && (unreadNotifications ?? 0) > 0 && (
              <Cluster justify="between">
                <SoftText>{t('nav.unread', { count: unreadNotifications ?? 0 })}</SoftText>
                <Button onPress={() => void mark()}>{t('notices.readAll')}</Button>
              </Cluster>
            )}
            <Card>
              <Rows>
                {notifications.edges.map(({ node }) => (
                  <NoticeRow key={node.id} notice={node} onRead={() => void mark([node.id])} />
                ))}
              </Rows>
            </Card>
            <NextPage pageInfo={notifications.pageInfo}>
              {(after) => <Notices search={search} after={after} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}
