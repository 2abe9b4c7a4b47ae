import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { statusTones } from './kinds.js';
import { ownResourcesDocument } from './list-documents.js';

export { words } from './words.js';

/** What the viewer wrote, with where it stands. */
export function MyResourcesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page
      title={t('library.mine')}
      lead={t('library.mineLead')}
      actions={
        <Link className={buttonClass} data-look="primary" to="/library/write">
          {t('library.write')}
        </Link>
      }
    >
      <SignedIn>
        <Card>
          <Own />
        </Card>
      </SignedIn>
    </Page>
  );
}

function Own({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(ownResourcesDocument, { after }), ({ viewer }) => viewer.ownResources);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="3rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('library.mineNone')}>{t('library.mineNoneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <Rows>
            {edges.map(({ node: { id, title, language, status, inWork } }) => (
              <Row key={id}>
                <Link lang={language} to="/library/$resourceId" params={{ resourceId: id }}>
                  {title}
                </Link>
                <Cluster>
                  <StatusBadge tone={statusTones[status]}>{t(`resourceStatus.${status}`)}</StatusBadge>
                  {inWork && inWork.number > 1 && (
                    <StatusBadge tone="info">
                      {t(`library.next.${inWork.status}`, { number: inWork.number })}
                    </StatusBadge>
                  )}
                </Cluster>
              </Row>
            ))}
          </Rows>
          <NextPage pageInfo={pageInfo}>{(next) => <Own after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
