import type { ReactElement } from 'react';
import type { GraphQuery } from '@guildhall/ui';
import { Button, Card, EmptyState, Page, QueryView, Stack, useTexts } from '@guildhall/ui';
import { Example } from './Example.js';

type Names = readonly string[];

const settled: GraphQuery<Names> = { isLoading: false, isStale: false, reload: () => undefined };

/** Every state a query can be in. */
export function QueriesPage(): ReactElement {
  const { t } = useTexts();
  const data = [t('queries.item'), t('blocks.activity')];
  const states: readonly (readonly [string, GraphQuery<Names>])[] = [
    ['loading', { ...settled, isLoading: true }],
    ['empty', { ...settled, data: [] }],
    ['offline', { ...settled, problem: { kind: 'offline' } }],
    ['refused', { ...settled, problem: { kind: 'refused', code: 'RATE_LIMITED', requestId: '7f1e7c70-2f0b' } }],
    [
      'partial',
      { ...settled, data, problem: { kind: 'refused', code: 'SUBGRAPH_UNAVAILABLE', requestId: '1b0c55aa-90d2' } },
    ],
    ['stale', { ...settled, data, isStale: true }],
  ];
  const empty = (
    <EmptyState
      picture="letter"
      title={t('queries.noCases')}
      action={<Button look="primary">{t('queries.openCase')}</Button>}
    >
      {t('queries.noCasesLead')}
    </EmptyState>
  );
  return (
    <Page title={t('queries.title')} lead={t('queries.lead')}>
      <Stack gap="large">
        {states.map(([name, query]) => (
          <Example key={name} title={t(`queries.${name}`)}>
            <QueryView query={query} isEmpty={(names) => names.length === 0} empty={empty}>
              {(names) => (
                <Stack>
                  {names.map((each) => (
                    <Card as="article" key={each}>
                      <h3>{each}</h3>
                    </Card>
                  ))}
                </Stack>
              )}
            </QueryView>
          </Example>
        ))}
      </Stack>
    </Page>
  );
}
