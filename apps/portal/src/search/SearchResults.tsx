import type { KeyboardEvent, ReactElement } from 'react';
import { EmptyState, NextPage, QueryView, SkeletonList, Stack, partOf, useGraphQuery, useTexts } from '@guildhall/ui';
import type { SearchKind } from '../generated/graphql.js';
import styles from './search.module.css';
import { searchDocument } from './search-document.js';
import { SearchHit } from './SearchHit.js';

type ResultsProps = { readonly text: string; readonly kind?: SearchKind; readonly after?: string };

/** What fits, best first, with the next page at a press; the arrow keys go from one to the next. */
export function SearchResults({ text, kind, after }: ResultsProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(
    useGraphQuery(searchDocument, { text, kinds: kind && [kind], after }),
    ({ search }) => search ?? null,
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={5} height="5rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState picture="shelf" title={t('search.none', { text })}>
          {t('search.noneLead')}
        </EmptyState>
      }
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <ol className={styles.hits} data-hits onKeyDown={moveFocus}>
            {edges.map(({ cursor, node }) => (
              <SearchHit key={cursor} hit={node} />
            ))}
          </ol>
          <NextPage pageInfo={pageInfo}>{(after) => <SearchResults text={text} kind={kind} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

/** Links stay links: Tab and Enter work as everywhere, the arrows are a shorter way. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...globalThis.document.querySelectorAll<HTMLElement>('[data-hits] a')];
  const focused = links.findIndex((link) => link === globalThis.document.activeElement);
  const next = links[focused + step];
  if (focused === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
