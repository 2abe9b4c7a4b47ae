import { QueryView, SkeletonList, Stack, useGraphQuery } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { FileSideQuery } from '../generated/file-side/graphql.js';
import { FileSideDocument } from '../generated/file-side/graphql.js';
import { RelativesCard } from '../relatives/RelativesCard.js';
import { IdentityCard } from './IdentityCard.js';
import { NotesCard } from './NotesCard.js';
import { ProtectionCard } from './ProtectionCard.js';
import { RecuseAction } from './RecuseAction.js';

/** What belongs to a case beside what the student sees. */
export type FileSideCase = NonNullable<FileSideQuery['case']>;

/** What every part of the side is drawn from, and what follows a change. */
export type FileSideProps = { readonly item: FileSideCase; readonly onDone: () => void };

/** The student's identity, notes, steps to protect somebody, relatives of the case, and the way to step back from it. */
export function FileSide({
  caseId,
  onDone: tellPage,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
}): ReactElement {
  const query = useGraphQuery(FileSideDocument, { id: caseId });
  const onDone = (): void => {
    query.reload();
    tellPage();
  };
  return (
    <QueryView query={query} skeleton={<SkeletonList height="10rem" />}>
      {({ case: item }) =>
        item && (
          <Stack gap="large">
            <IdentityCard {...{ item, onDone }} />
            <NotesCard {...{ item, onDone }} />
            <ProtectionCard {...{ item, onDone }} />
            <RelativesCard
              caseId={caseId}
              viewerActions={item.viewerActions}
              linked={item.linkedCases}
              isAsked={item.mergeOffers.length > 0}
              onDone={onDone}
            />
            <RecuseAction item={item} />
          </Stack>
        )
      }
    </QueryView>
  );
}
