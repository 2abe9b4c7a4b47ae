import { useState, type ReactElement } from 'react';
import { Card, EmptyState, NextPage, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Rows } from '../parts/Rows.js';
import { connectionsDocument } from './people-document.js';
import { SearchBox } from './SearchBox.js';
import { TieRow } from './TieRow.js';

/** Whom the viewer is connected with, by name or the latest first. */
export function Connections(): ReactElement {
  const { t } = useTexts();
  const [search, setSearch] = useState<string>();
  return (
    <Stack>
      <h2>{t('people.connections')}</h2>
      <SearchBox label={t('people.searchOwn')} search={search} onSearch={setSearch} />
      <Part key={search} search={search} />
    </Stack>
  );
}

function Part({ search, after }: { readonly search?: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(connectionsDocument, { search, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="4rem" />}
      isEmpty={({ viewer }) => viewer.connections.edges.length === 0}
      empty={
        <EmptyState picture="door" title={t(search === undefined ? 'people.none' : 'people.notFound')}>
          {t(search === undefined ? 'people.noneLead' : 'people.notFoundLead')}
        </EmptyState>
      }
    >
      {({ viewer: { connections } }) => (
        <Stack>
          <Card>
            <Rows>
              {connections.edges.map(({ cursor, node }) => (
                <TieRow key={cursor} tie={node} sinceWords="since" only={[]} onDone={query.reload} />
              ))}
            </Rows>
          </Card>
          <NextPage pageInfo={connections.pageInfo}>{(after) => <Part search={search} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
