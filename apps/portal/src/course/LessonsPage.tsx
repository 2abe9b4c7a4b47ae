import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';

export { words } from './words.js';

const lessonsDocument = graphql(`
  query Lessons {
    lessons(first: 50) {
      edges {
        node {
          id
          matter
          words
        }
      }
    }
  }
`);

/** What everybody can learn from cases; none of them points at anybody. */
export function LessonsPage(): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(lessonsDocument, {}), ({ lessons }) => lessons);
  return (
    <Page title={t('course.lessons')} lead={t('course.lessonsLead')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="6rem" />}
        isEmpty={({ edges }) => edges.length === 0}
        empty={
          <EmptyState picture="shelf" title={t('course.noLessons')}>
            {t('course.noLessonsLead')}
          </EmptyState>
        }
      >
        {({ edges }) => (
          <Stack>
            {edges.map(({ node }) => (
              <Card key={node.id} as="article">
                <SoftText isSmall>{t(`matter.${node.matter}`)}</SoftText>
                <p>{node.words}</p>
              </Card>
            ))}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
