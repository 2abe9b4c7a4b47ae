import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  partOf,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { ProgressBar } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { LearningSections } from './LearningSections.js';
import { ReviewsWaiting } from './ReviewsWaiting.js';

export { words } from './words.js';

const document = graphql(`
  query Paths {
    paths(first: 50) {
      edges {
        node {
          id
          title
          summary
          viewerActions
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
  const { state } = useSession();
  const query = partOf(useGraphQuery(document, {}), ({ paths }) => paths);
  const mayWrite = query.data?.edges.some(({ node }) => node.viewerActions.includes('DRAFT_VERSION'));
  const empty = <EmptyState title={t('learning.none')}>{t('learning.noneLead')}</EmptyState>;
  return (
    <Page title={t('learning.title')} lead={t('learning.lead')} actions={mayWrite && <WriteLink />}>
      <LearningSections current="/learning" />
      {state.status === 'signed-in' && <ReviewsWaiting />}
      <QueryView
        query={query}
        skeleton={<SkeletonList height="10rem" />}
        isEmpty={({ edges }) => edges.length === 0}
        empty={empty}
      >
        {({ edges }) => <Paths paths={edges.map(({ node }) => node)} />}
      </QueryView>
    </Page>
  );
}

function WriteLink(): ReactElement {
  const { t } = useTexts();
  return (
    <Link className={buttonClass} data-look="plain" to="/learning/writing">
      {t('learning.writing')}
    </Link>
  );
}

/** The paths that the viewer is on stand before the others. */
function Paths({ paths }: { readonly paths: readonly CardPath[] }): ReactElement {
  const { t } = useTexts();
  const isOwn = ({ viewerEnrolment }: CardPath): boolean =>
    viewerEnrolment != null && viewerEnrolment.status !== 'DROPPED';
  const own = paths.filter(isOwn);
  return (
    <Stack>
      {own.length > 0 && <h2>{t('learning.own')}</h2>}
      <CardGrid>
        {own.map((path) => (
          <PathCard key={path.id} path={path} />
        ))}
      </CardGrid>
      {own.length > 0 && <h2>{t('learning.others')}</h2>}
      <CardGrid>
        {paths
          .filter((path) => !isOwn(path))
          .map((path) => (
            <PathCard key={path.id} path={path} />
          ))}
      </CardGrid>
    </Stack>
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
      <h3>
        <Link to="/learning/$pathId" params={{ pathId: id }}>
          {title}
        </Link>
      </h3>
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
