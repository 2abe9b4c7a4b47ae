import { useNavigate } from '@tanstack/react-router';
import { useRef, type ReactElement } from 'react';
import { EmptyState, Page, QueryView, SignedIn, Skeleton, useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { draftDocument, writerDocument, type NamedCourse, type WriterLimits } from './author-documents.js';
import { emptyResource } from './resource-form.js';
import { ResourceForm } from './ResourceForm.js';

export { allWords as words } from './all-words.js';

/** Writes something to share. */
export function WriteResourcePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('resourceForm.write')} lead={t('resourceForm.lead')}>
      <SignedIn>
        <Writer />
      </SignedIn>
    </Page>
  );
}

function Writer(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(writerDocument, {});
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="30rem" />}
      isEmpty={({ viewer }) => viewer.member == null}
      empty={
        <EmptyState picture="door" title={t('resourceForm.membersOnly')}>
          {t('resourceForm.membersOnlyLead')}
        </EmptyState>
      }
    >
      {({ viewer: { member, libraryCourses }, resourceFileLimits }) =>
        member && <Write memberId={member.id} courses={libraryCourses ?? []} fileLimits={resourceFileLimits} />
      }
    </QueryView>
  );
}

type WriteProps = {
  readonly memberId: string;
  readonly courses: readonly NamedCourse[];
  readonly fileLimits: WriterLimits;
};

function Write({ memberId, courses, fileLimits }: WriteProps): ReactElement {
  const navigate = useNavigate();
  const draft = useAction(draftDocument, (data) => data.draftResource);
  const draftedId = useRef<string>(undefined);
  return (
    <ResourceForm
      keptAs={`${memberId}.new`}
      saved={emptyResource}
      courses={courses}
      fileLimits={fileLimits}
      isRevision={false}
      save={async (content) => {
        const outcome = await draft({ input: { content } });
        const { result } = outcome;
        draftedId.current = result?.__typename === 'DraftResourceSuccess' ? result.resource.id : undefined;
        return outcome;
      }}
      onDone={() => void navigate({ to: '/library/$resourceId', params: { resourceId: draftedId.current ?? '' } })}
    />
  );
}
