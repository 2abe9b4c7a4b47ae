import { buttonClass, EmptyState, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCaseId } from '../case/use-case-id.js';
import type { FileSideQuery } from '../generated/file-side/graphql.js';
import { FileSideDocument } from '../generated/file-side/graphql.js';
import { RelativesCard } from '../relatives/RelativesCard.js';
import { IdentityCard } from './IdentityCard.js';
import { NotesCard } from './NotesCard.js';
import { ProtectionCard } from './ProtectionCard.js';
import { RecuseAction } from './RecuseAction.js';

export { words } from './words.js';

/** What belongs to a case beside what the student sees. */
export type FileSideCase = NonNullable<FileSideQuery['case']>;

/** What every part of the side is drawn from, and what follows a change. */
export type FileSideProps = { readonly item: FileSideCase; readonly onDone: () => void };

/** The student's identity, notes, steps to protect somebody, relatives of the case, and the way to step back from it. */
export function FileSidePage(): ReactElement {
  const { t } = useTexts();
  const caseId = useCaseId();
  const query = useGraphQuery(FileSideDocument, { id: caseId });
  return (
    <Page title={t('fileSide.title')} lead={t('fileSide.lead')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="10rem" />}
        isEmpty={(data) => !data.case}
        empty={
          <EmptyState picture="door" title={t('case.noneTitle')}>
            {t('case.noneLead')}
          </EmptyState>
        }
      >
        {({ case: item }) => item && <Parts item={item} onDone={query.reload} />}
      </QueryView>
    </Page>
  );
}

function Parts({ item, onDone }: FileSideProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="large">
      <div>
        <Link to="/cases/$caseId" params={{ caseId: item.id }} className={buttonClass} data-look="plain">
          {t('fileSide.toCase')}
        </Link>
      </div>
      <IdentityCard {...{ item, onDone }} />
      <NotesCard {...{ item, onDone }} />
      <ProtectionCard {...{ item, onDone }} />
      <RelativesCard
        caseId={item.id}
        viewerActions={item.viewerActions}
        linked={item.linkedCases}
        isAsked={item.mergeOffers.length > 0}
        onDone={onDone}
      />
      <RecuseAction item={item} />
    </Stack>
  );
}
