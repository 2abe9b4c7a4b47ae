import type { ReactElement } from 'react';
import { Card, DateTimeText, EmptyState, Page, QueryView, Skeleton, useGraphQuery, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './words.js';

const document = graphql(`
  query Resource($id: ID!) {
    resource(id: $id) {
      id
      title
      summary
      body
      kind
      language
      subject
      licence
      publishedAt
      author {
        id
        displayName
      }
    }
  }
`);

const licences: Readonly<Record<string, string>> = {
  CC0_1_0: 'CC0 1.0',
  CC_BY_4_0: 'CC BY 4.0',
  CC_BY_SA_4_0: 'CC BY-SA 4.0',
};

/** One resource of the library, whole. */
export function ResourcePage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, { id: usePlaceParam('resourceId') });
  const resource = query.data?.resource;
  return (
    <Page title={resource?.title ?? t('library.resource')} lead={resource?.summary}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="30rem" />}
        isEmpty={({ resource: shown }) => shown === null || shown === undefined}
        empty={<EmptyState title={t('library.missing')}>{t('library.missingLead')}</EmptyState>}
      >
        {({ resource: shown }) =>
          shown && (
            <Card>
              <div lang={shown.language}>
                <Prose>{shown.body}</Prose>
              </div>
              <Facts
                facts={[
                  { name: t('filter.kind'), value: t(`resourceKind.${shown.kind}`) },
                  { name: t('library.subject'), value: shown.subject },
                  { name: t('library.author'), value: shown.author?.displayName },
                  { name: t('library.licence'), value: licences[shown.licence] },
                  {
                    name: t('library.published'),
                    value: shown.publishedAt && <DateTimeText instant={shown.publishedAt} show="day" />,
                  },
                ]}
              />
            </Card>
          )
        }
      </QueryView>
    </Page>
  );
}
