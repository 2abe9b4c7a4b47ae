import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { VersionCard } from './VersionCard.js';
import { VersionForm } from './VersionForm.js';
import { writePathDocument, type WrittenPath } from './writing-documents.js';

export { words } from './words.js';

/** The versions of one path for whoever writes, reviews or closes them. */
export function WritePathPage(): ReactElement {
  const { t } = useTexts();
  const pathId = usePlaceParam('pathId');
  const query = useGraphQuery(writePathDocument, { id: pathId });
  return (
    <Page
      title={query.data?.path?.title ?? t('writing.one')}
      lead={t('writing.oneLead')}
      actions={
        <Link className={buttonClass} data-look="plain" to="/learning/$pathId" params={{ pathId }}>
          {t('writing.asLearners')}
        </Link>
      }
    >
      <SignedIn>
        <QueryView
          query={query}
          skeleton={<Skeleton height="26rem" />}
          isEmpty={({ path }) => path == null || !mayWork(path)}
          empty={<EmptyState title={t('writing.notHere')}>{t('writing.notHereLead')}</EmptyState>}
        >
          {({ path }) => path && <Versions path={path} onChange={query.reload} />}
        </QueryView>
      </SignedIn>
    </Page>
  );
}

/** What is not published is seen by nobody but its author and those who review. */
function mayWork({ viewerActions, versions }: WrittenPath): boolean {
  const isWorkedOn = versions.some((version) => version.viewerActions.length > 0 || version.status === 'IN_REVIEW');
  return viewerActions.includes('DRAFT_VERSION') || isWorkedOn;
}

function Versions({ path, onChange }: { readonly path: WrittenPath; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const newest = path.versions.at(-1);
  const draft = path.versions.find(({ viewerActions }) => viewerActions.includes('EDIT'));
  return (
    <Stack gap="large">
      {draft && <VersionForm key={draft.id} path={path} from={draft} editing={draft} onDone={onChange} />}
      {path.viewerActions.includes('DRAFT_VERSION') && newest && (
        <details>
          <summary>{t('writing.next')}</summary>
          <VersionForm key={newest.id} path={path} from={newest} onDone={onChange} />
        </details>
      )}
      {[...path.versions].reverse().map((version) => (
        <VersionCard key={version.id} version={version} onChange={onChange} />
      ))}
    </Stack>
  );
}
