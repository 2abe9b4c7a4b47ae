import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { lazyPart } from '../parts/lazy-part.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { languages, licences, statusTones } from './kinds.js';
import { RatingPart } from './RatingPart.js';
import { resourceDocument, type ShownResource } from './resource-documents.js';

export { words } from './words.js';

const VersionsPart = lazyPart(() => import('./VersionsPart.js'), 'VersionsPart');
const AuthorPart = lazyPart(() => import('./AuthorPart.js'), 'AuthorPart');
const ReviewPart = lazyPart(() => import('./ReviewPart.js'), 'ReviewPart');
const FilePart = lazyPart(() => import('./FilePart.js'), 'FilePart');
const CollectPart = lazyPart(() => import('./CollectPart.js'), 'CollectPart');

/** One resource of the library, whole. */
export function ResourcePage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(resourceDocument, { id: usePlaceParam('resourceId') });
  const resource = query.data?.resource;
  return (
    <Page title={resource?.title ?? t('library.resource')} lead={resource?.summary}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="30rem" />}
        isEmpty={({ resource: shown }) => shown === null || shown === undefined}
        empty={<EmptyState title={t('library.missing')}>{t('library.missingLead')}</EmptyState>}
      >
        {({ resource: shown }) => shown && <ResourceView resource={shown} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

/** What the parts of a resource's page work with. */
type PartProps = { readonly resource: ShownResource; readonly onChange: () => void };

/** What only an author does. */
const ownActions: readonly string[] = ['EDIT', 'SUBMIT', 'REVISE', 'DISCARD_REVISION'];

function ResourceView(props: PartProps): ReactElement {
  const { t } = useTexts();
  const { status, related } = props.resource;
  return (
    <Stack>
      {status !== 'PUBLISHED' && (
        <Cluster>
          <StatusBadge tone={statusTones[status]}>{t(`resourceStatus.${status}`)}</StatusBadge>
        </Cluster>
      )}
      <Suspense fallback={<SkeletonList count={1} height="4rem" />}>
        <Work {...props} />
      </Suspense>
      <ResourceText resource={props.resource} />
      <RatingPart {...props} />
      <Suspense fallback={<SkeletonList count={1} height="4rem" />}>
        <Around resource={props.resource} />
      </Suspense>
      <Related resources={related} />
    </Stack>
  );
}

/** What its author and its reviewers do about it. */
function Work({ resource, onChange }: PartProps): ReactElement {
  const { viewerActions, inWork, reports, decisions } = resource;
  const isAuthor = decisions != null || viewerActions.some((action) => ownActions.includes(action));
  const isReviewing = reports != null || viewerActions.includes('PUBLISH');
  const state = `${inWork?.id ?? ''}${inWork?.status ?? ''}`;
  return (
    <>
      {isAuthor && <AuthorPart resource={resource} onChange={onChange} />}
      {isReviewing && <ReviewPart key={state} resource={resource} onChange={onChange} />}
    </>
  );
}

/** What anybody may do around it: keep it, and see what it was before. */
function Around({ resource: { id, number, status, publishedAt } }: Pick<PartProps, 'resource'>): ReactElement {
  const { state } = useSession();
  return (
    <>
      {state.status === 'signed-in' && status === 'PUBLISHED' && <CollectPart resourceId={id} />}
      {publishedAt && <VersionsPart resourceId={id} number={number} />}
    </>
  );
}

function ResourceText({ resource }: { readonly resource: ShownResource }): ReactElement {
  const { t } = useTexts();
  const { body, file, kind, language, subject, tags, courses, address, author, licence, publishedAt, revisedAt } =
    resource;
  return (
    <Card>
      <div lang={language}>
        <Prose>{body}</Prose>
      </div>
      {file && (
        <Suspense fallback={<SkeletonList count={1} height="4rem" />}>
          <FilePart file={file} />
        </Suspense>
      )}
      <Facts
        facts={[
          {
            name: t('library.address'),
            value: address && (
              <a href={address} rel="noopener noreferrer nofollow" target="_blank">
                {new URL(address).hostname} <SoftText isSmall>{t('library.opensElsewhere')}</SoftText>
              </a>
            ),
          },
          { name: t('filter.kind'), value: t(`resourceKind.${kind}`) },
          { name: t('library.subject'), value: subject },
          { name: t('library.by.tag'), value: tags.join(', ') },
          {
            name: t('library.by.course'),
            value: courses.map(({ programme, year }) => t('library.courseOf', { programme, year })).join(' · '),
          },
          { name: t('library.by.language'), value: languages[language] ?? language },
          { name: t('library.author'), value: author?.displayName },
          { name: t('library.licence'), value: licences[licence] },
          { name: t('library.published'), value: publishedAt && <DateTimeText instant={publishedAt} show="day" /> },
          { name: t('library.revised'), value: revisedAt && <DateTimeText instant={revisedAt} show="day" /> },
        ]}
      />
    </Card>
  );
}

function Related({ resources }: { readonly resources: ShownResource['related'] }): ReactElement | null {
  const { t } = useTexts();
  if (resources.length === 0) return null;
  return (
    <Card>
      <h2>{t('library.related')}</h2>
      <Rows>
        {resources.map(({ id, title, kind, language }) => (
          <Row key={id}>
            <Link lang={language} to="/library/$resourceId" params={{ resourceId: id }}>
              {title}
            </Link>
            <SoftText isSmall>{t(`resourceKind.${kind}`)}</SoftText>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
