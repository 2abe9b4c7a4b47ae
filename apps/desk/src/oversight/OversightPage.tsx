import { buttonClass, EmptyState, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { caseCode } from '../case/case-code.js';
import { useCaseId } from '../case/use-case-id.js';
import type { OversightQuery } from '../generated/oversight/graphql.js';
import { OversightDocument } from '../generated/oversight/graphql.js';
import { RelativesCard } from '../relatives/RelativesCard.js';
import { ForRoles } from '../roles/ForRoles.js';
import { ConflictCard } from './ConflictCard.js';
import { StepsCard } from './StepsCard.js';
import { TeamCard } from './TeamCard.js';
import { WallsCard } from './WallsCard.js';

export { words } from '../file-side/words.js';

/** A case as the advice manager watches over it: without a word of it. */
export type WatchedCase = NonNullable<OversightQuery['caseQueueEntry']>;

/** What every part of the page is drawn from, and what follows a change. */
export type WatchedCaseProps = { readonly entry: WatchedCase; readonly onDone: () => void };

/** Who may come near a case and who may not, for the advice manager: conflicts, walls, workers, steps without consent, relatives. */
export function OversightPage(): ReactElement {
  const { t } = useTexts();
  const caseId = useCaseId();
  const query = useGraphQuery(OversightDocument, { id: caseId });
  const entry = query.data?.caseQueueEntry;
  const title = entry
    ? t('case.heading', { matter: t(`matter.${entry.matter}`), code: caseCode(caseId) })
    : t('oversight.title');
  return (
    <Page title={title} lead={t('oversight.lead')}>
      <ForRoles roles={['ADVICE_MANAGER']}>
        {() => (
          <QueryView
            query={query}
            skeleton={<SkeletonList height="16rem" />}
            isEmpty={(data) => !data.caseQueueEntry}
            empty={<NoCase />}
          >
            {(data) => (data.caseQueueEntry ? <Parts entry={data.caseQueueEntry} onDone={query.reload} /> : <NoCase />)}
          </QueryView>
        )}
      </ForRoles>
    </Page>
  );
}

function Parts({ entry, onDone }: WatchedCaseProps): ReactElement {
  return (
    <Stack gap="large">
      <ConflictCard {...{ entry, onDone }} />
      <StepsCard {...{ entry, onDone }} />
      <TeamCard {...{ entry, onDone }} />
      <WallsCard {...{ entry, onDone }} />
      <RelativesCard
        caseId={entry.id}
        viewerActions={entry.viewerActions}
        linked={entry.linkedCases}
        areOpen={false}
        onDone={onDone}
      />
    </Stack>
  );
}

function NoCase(): ReactElement {
  const { t } = useTexts();
  const toQueue = (
    <Link to="/" className={buttonClass} data-look="plain">
      {t('case.toQueue')}
    </Link>
  );
  return (
    <EmptyState picture="door" title={t('oversight.noneTitle')} action={toQueue}>
      {t('oversight.noneLead')}
    </EmptyState>
  );
}
