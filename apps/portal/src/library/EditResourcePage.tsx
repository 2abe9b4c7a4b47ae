import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyState, Notice, Page, QueryView, SignedIn, Skeleton, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import {
  editDocument,
  ownTextDocument,
  type NamedCourse,
  type OwnText,
  type WriterLimits,
} from './author-documents.js';
import { resourceValues } from './resource-form.js';
import { ResourceForm } from './ResourceForm.js';

export { allWords as words } from './all-words.js';

/** Changes the version in work of a resource. */
export function EditResourcePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('resourceForm.edit')} lead={t('resourceForm.editLead')}>
      <SignedIn>
        <Editor />
      </SignedIn>
    </Page>
  );
}

function Editor(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ownTextDocument, { id: usePlaceParam('resourceId') });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="30rem" />}
      isEmpty={({ resource }) => resource?.viewerActions.includes('EDIT') !== true}
      empty={
        <EmptyState picture="door" title={t('resourceForm.notYours')}>
          {t('resourceForm.notYoursLead')}
        </EmptyState>
      }
    >
      {({ viewer, resource, resourceFileLimits }) =>
        resource?.inWork && (
          <Edit
            resourceId={resource.id}
            keptAs={`${viewer.member?.id ?? ''}.${resource.inWork.id}`}
            text={resource.inWork}
            courses={withNamed(viewer.libraryCourses ?? [], resource.inWork.courses)}
            fileLimits={resourceFileLimits}
            isRevision={resource.publishedAt != null}
          />
        )
      }
    </QueryView>
  );
}

type EditProps = {
  readonly resourceId: string;
  readonly keptAs: string;
  readonly text: OwnText;
  readonly courses: readonly NamedCourse[];
  readonly fileLimits: WriterLimits;
  readonly isRevision: boolean;
};

function Edit({ resourceId, keptAs, text, courses, fileLimits, isRevision }: EditProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const edit = useAction(editDocument, (data) => data.editResource);
  return (
    <Stack>
      {text.reviewNote && (
        <Notice tone="warn">
          {t('author.note')} {text.reviewNote}
        </Notice>
      )}
      <ResourceForm
        keptAs={keptAs}
        saved={resourceValues(text)}
        courses={courses}
        fileLimits={fileLimits}
        isRevision={isRevision}
        save={(content, changeNote) => edit({ input: { resourceId, content, changeNote } })}
        onDone={() => void navigate({ to: '/library/$resourceId', params: { resourceId } })}
      />
    </Stack>
  );
}

/** The author's courses, and those that the resource names already. */
function withNamed(own: readonly NamedCourse[], named: readonly NamedCourse[]): readonly NamedCourse[] {
  return [...own, ...named.filter(({ id }) => own.every((course) => course.id !== id))];
}
