import { Suspense, useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  DateTimeText,
  NextPage,
  partOf,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { Row, Rows } from '../parts/Rows.js';
import { DiffView } from './DiffView.js';
import { versionsDocument, type ListedVersion } from './version-documents.js';

const FilePart = lazyPart(() => import('./FilePart.js'), 'FilePart');

export { words } from './version-words.js';

type VersionsPartProps = { readonly resourceId: string; readonly number: number };

/** The versions of a resource, shown when asked for, and what each of them changed. */
export function VersionsPart({ resourceId, number }: VersionsPartProps): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card>
      <h2>{t('versions.title')}</h2>
      {isOpen ? (
        <Versions resourceId={resourceId} />
      ) : (
        <Cluster>
          <span>{t('versions.shown', { number })}</span>
          <Button look="quiet" onPress={() => setOpen(true)}>
            {t('versions.show')}
          </Button>
        </Cluster>
      )}
    </Card>
  );
}

function Versions({ resourceId, after }: { readonly resourceId: string; readonly after?: string }): ReactElement {
  const query = partOf(useGraphQuery(versionsDocument, { id: resourceId, after }), ({ resource }) => resource);
  return (
    <QueryView query={query} skeleton={<SkeletonList count={2} height="3rem" />}>
      {({ versions: { edges, pageInfo } }) => (
        <Stack>
          <Rows>
            {edges.map(({ node }) => (
              <VersionRow key={node.id} resourceId={resourceId} version={node} />
            ))}
          </Rows>
          <NextPage pageInfo={pageInfo}>{(next) => <Versions resourceId={resourceId} after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function VersionRow({
  resourceId,
  version,
}: {
  readonly resourceId: string;
  readonly version: ListedVersion;
}): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { number, status, changeNote, publishedAt, file } = version;
  return (
    <Row>
      <Stack gap="small">
        <Cluster>
          <strong>{t('versions.number', { number })}</strong>
          <StatusBadge>{t(`versionStatus.${status}`)}</StatusBadge>
          {publishedAt && <DateTimeText instant={publishedAt} show="day" />}
        </Cluster>
        {changeNote && <SoftText>{changeNote}</SoftText>}
        {file && (
          <Suspense fallback={<SkeletonList count={1} height="4rem" />}>
            <FilePart file={file} />
          </Suspense>
        )}
        {isOpen && <DiffView resourceId={resourceId} from={number - 1} to={number} />}
      </Stack>
      {number > 1 && (
        <Button look="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? t('versions.hideDiff', { number }) : t('versions.showDiff', { number })}
        </Button>
      )}
    </Row>
  );
}
