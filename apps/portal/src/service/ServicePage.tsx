import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  buttonClass,
  Card,
  CardGrid,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import type { OpportunityCardFragment } from '../generated/graphql.js';
import { FilterBar } from '../parts/FilterBar.js';
import { FilterChoice } from '../parts/FilterChoice.js';
import styles from '../parts/parts.module.css';
import { thisHour } from '../parts/this-hour.js';
import { readServiceFilters, serviceAccess, serviceKinds, type ServiceFilters } from './kinds.js';
import { opportunitiesDocument, serviceViewerDocument } from './find-documents.js';

export { words } from './words.js';

/** What people can do for others, narrowed by what they look for. */
export function ServicePage(): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const search: unknown = useSearch({ strict: false });
  const filters = readServiceFilters(typeof search === 'object' && search !== null ? { ...search } : {});
  const navigate = useNavigate();
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    void navigate({ to: '/service', search: readServiceFilters({ ...filters, ...changed }), replace: true });
  return (
    <Page title={t('service.title')} lead={t('service.lead')}>
      <Stack>
        {state.status === 'signed-in' && <OwnLinks />}
        <FilterBar
          filters={filters}
          kinds={serviceKinds.map((value) => ({ value, label: t(`serviceKind.${value}`) }))}
          onChange={({ search: text, kind }) => change({ search: text, kind })}
        />
        <div className={styles.filters}>
          <FilterChoice
            every={t('service.any')}
            label={t('service.access')}
            value={filters.access}
            options={serviceAccess.map((value) => ({ value, label: t(`serviceAccess.${value}`) }))}
            onChange={(access) => change({ access })}
          />
          <FilterChoice
            every={t('service.any')}
            label={t('service.when')}
            value={filters.soon ? 'true' : undefined}
            options={[{ value: 'true', label: t('service.soon') }]}
            onChange={(soon) => change({ soon })}
          />
        </div>
        <Results key={JSON.stringify(filters)} filters={filters} />
      </Stack>
    </Page>
  );
}

function OwnLinks(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(serviceViewerDocument, {});
  const isHosting = data?.viewer.managesService === true || (data?.viewer.serviceHosts ?? []).length > 0;
  return (
    <Cluster>
      <Link className={buttonClass} data-look="primary" to="/service/mine">
        {t('service.mine')}
      </Link>
      {isHosting && (
        <Link className={buttonClass} data-look="plain" to="/service/hosting">
          {t('service.hosting')}
        </Link>
      )}
    </Cluster>
  );
}

const weekMs = 7 * 86_400_000;

function Results({ filters, after }: { readonly filters: ServiceFilters; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [filter] = useState(() => toFilter(filters));
  const query = useGraphQuery(opportunitiesDocument, { filter, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="8rem" />}
      isEmpty={({ opportunities }) => (opportunities?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="shelf" title={t('service.none')}>
          {t('service.noneLead')}
        </EmptyState>
      }
    >
      {({ opportunities }) =>
        opportunities && (
          <Stack>
            <CardGrid>
              {opportunities.edges.map(({ node }) => (
                <OpportunityCard key={node.id} opportunity={node} />
              ))}
            </CardGrid>
            <NextPage pageInfo={opportunities.pageInfo}>
              {(next) => <Results filters={filters} after={next} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function OpportunityCard({ opportunity }: { readonly opportunity: OpportunityCardFragment }): ReactElement {
  const { t } = useTexts();
  const { id, title, kind, place, host, nextShiftAt, placesLeft } = opportunity;
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`serviceKind.${kind}`)}</StatusBadge>
      </Cluster>
      <h2>
        <Link to="/service/$opportunityId" params={{ opportunityId: id }}>
          {title}
        </Link>
      </h2>
      <SoftText isSmall>
        {host.name} · {place}
      </SoftText>
      <SoftText isSmall>
        {nextShiftAt ? (
          <>
            {t('service.next')} <DateTimeText instant={nextShiftAt} /> ·{' '}
            {t('service.placesLeft', { count: placesLeft })}
          </>
        ) : (
          t('service.noShift')
        )}
      </SoftText>
    </Card>
  );
}

/** The next week is counted from this hour, so that a page asked again is the same question. */
function toFilter({ search, kind, access, soon }: ServiceFilters) {
  const from = thisHour(new Date());
  return {
    search,
    kind,
    access: access && [access],
    ...(soon && { shiftsFrom: from, shiftsTo: new Date(Date.parse(from) + weekMs).toISOString() }),
  };
}
