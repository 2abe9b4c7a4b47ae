import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { ProgressBar } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';

const document = graphql(`
  query Paths {
    paths(first: 50) {
      edges {
        node {
          id
          title
          summary
          published {
            id
            steps {
              id
            }
          }
          viewerEnrolment {
            id
            status
            steps {
              status
            }
          }
        }
      }
    }
  }
`);

/** The learning paths of the union and the way to the library. */
export function LearningPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  const empty = <EmptyState title={t('learning.none')}>{t('learning.noneLead')}</EmptyState>;
  return (
    <Page
      title={t('learning.title')}
      lead={t('learning.lead')}
      actions={<Link to="/library">{t('library.title')}</Link>}
    >
      <QueryView
        query={query}
        skeleton={<SkeletonList height="10rem" />}
        isEmpty={({ paths }) => paths.edges.length === 0}
        empty={empty}
      >
        {({ paths }) => (
          <CardGrid>
            {paths.edges.map(({ node }) => (
              <PathCard key={node.id} path={node} />
            ))}
          </CardGrid>
        )}
      </QueryView>
    </Page>
  );
}

type CardPath = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly published?: { readonly steps: readonly unknown[] } | null;
  readonly viewerEnrolment?: { readonly status: string; readonly steps: readonly { readonly status: string }[] } | null;
};

function PathCard({
  path: { id, title, summary, published, viewerEnrolment },
}: {
  readonly path: CardPath;
}): ReactElement {
  const { t } = useTexts();
  const passed = viewerEnrolment?.steps.filter(({ status }) => status === 'PASSED').length ?? 0;
  return (
    <Card as="article">
      <h2>
        <Link to="/learning/$pathId" params={{ pathId: id }}>
          {title}
        </Link>
      </h2>
      <SoftText>{summary}</SoftText>
      {viewerEnrolment ? (
        <Stack gap="small">
          <Cluster>
            <StatusWord family="enrolment" status={viewerEnrolment.status} />
            <span>{t('learning.passed', { passed, of: viewerEnrolment.steps.length })}</span>
          </Cluster>
          <ProgressBar label={t('learning.progress')} value={passed} max={viewerEnrolment.steps.length} />
        </Stack>
      ) : (
        <SoftText isSmall>{t('learning.steps', { count: published?.steps.length ?? 0 })}</SoftText>
      )}
    </Card>
  );
}
