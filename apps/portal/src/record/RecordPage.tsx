import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { FilterChoice } from '../parts/FilterChoice.js';
import styles from '../parts/parts.module.css';
import { recordDocument, termsDocument } from './record-documents.js';
import { readRecordFilters, recordKinds, type RecordFilters } from './record-filters.js';
import { RecordEntryRow } from './RecordEntryRow.js';
import { RecordSections } from './RecordSections.js';
import timeline from './record.module.css';
import { useTermWords } from './use-term-words.js';

export { words } from './words.js';

/** What the viewer did, led and learned, as the facts say; what of it may be offered to others is theirs to choose. */
export function RecordPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('record.title')} lead={t('record.lead')}>
      <Stack>
        <LearningSections current="/record" />
        <RecordSections current="/record" />
        <SignedIn>
          <Filtered />
        </SignedIn>
      </Stack>
    </Page>
  );
}

function Filtered(): ReactElement {
  const filters = readRecordFilters(useSearch({ strict: false }));
  return (
    <Stack>
      <Filters filters={filters} />
      <Entries key={JSON.stringify(filters)} filters={filters} />
    </Stack>
  );
}

function Filters({ filters }: { readonly filters: RecordFilters }): ReactElement {
  const { t } = useTexts();
  const sayTerm = useTermWords();
  const navigate = useNavigate();
  const { data } = useGraphQuery(termsDocument, {});
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    void navigate({ to: '/record', search: readRecordFilters({ ...filters, ...changed }), replace: true });
  return (
    <div className={styles.filters}>
      <FilterChoice
        label={t('record.kind')}
        every={t('record.everyKind')}
        value={filters.kind}
        options={recordKinds.map((value) => ({ value, label: t(`recordKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <FilterChoice
        label={t('record.termLabel')}
        every={t('record.everyTerm')}
        value={filters.term}
        options={(data?.viewer.member?.growth ?? []).map((term) => ({ value: term.key, label: sayTerm(term) }))}
        onChange={(term) => change({ term })}
      />
      <FilterChoice
        label={t('record.standing')}
        every={t('record.all')}
        value={filters.standing}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`record.standings.${value}`) }))}
        onChange={(standing) => change({ standing })}
      />
    </div>
  );
}

function Entries({ filters, after }: { readonly filters: RecordFilters; readonly after?: string }): ReactElement {
  const { t, language } = useTexts();
  const { kind, term, standing } = filters;
  const query = useGraphQuery(recordDocument, {
    ...(kind && { kinds: [kind] }),
    ...(term && { term }),
    ...(standing && { isStanding: standing === 'yes' }),
    ...(after && { after }),
    language,
  });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="6rem" />}
      isEmpty={({ viewer }) => (viewer.member?.record?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="shelf" title={t('record.none')}>
          {t(Object.keys(filters).length > 0 ? 'record.noneFiltered' : 'record.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { member } }) =>
        member?.record && (
          <Stack>
            <ol className={timeline.timeline}>
              {member.record.edges.map(({ node }) => (
                <RecordEntryRow key={node.id} entry={node} />
              ))}
            </ol>
            <NextPage pageInfo={member.record.pageInfo}>
              {(next) => <Entries filters={filters} after={next} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}
