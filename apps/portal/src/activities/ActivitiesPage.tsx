import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, Page, Stack, useTexts } from '@guildhall/ui';
import { FindFilterBar } from '../calendar/FindFilterBar.js';
import { narrowing, useFindFilters, type FindFilters } from '../calendar/find-filters.js';
import { FoundList, WithFriends } from '../calendar/FoundList.js';
import { MonthCalendar } from '../calendar/MonthCalendar.js';
import { RecommendedPart } from '../calendar/RecommendedPart.js';

export { words } from '../calendar/words.js';

/** What is on from now on, as a list or as a month, narrowed by what people look for. */
export function ActivitiesPage(): ReactElement {
  const { t } = useTexts();
  const filters = useFindFilters();
  const navigate = useNavigate();
  const isNarrowed = narrowing.some((name) => filters[name] !== undefined);
  return (
    <Page title={t('activities.title')} lead={t('activities.lead')}>
      <Stack>
        <FindFilterBar
          filters={filters}
          onChange={(next) => void navigate({ to: '/activities', search: next, replace: true })}
        />
        <Views filters={filters} />
        {filters.friends ? (
          <WithFriends>{(ids) => <Found filters={filters} ids={ids} />}</WithFriends>
        ) : (
          <Found filters={filters} ids={undefined} />
        )}
        {!isNarrowed && filters.view === undefined && <RecommendedPart />}
      </Stack>
    </Page>
  );
}

/** The two ways to look at it, and the way to have it in one's own calendar. */
function Views({ filters }: { readonly filters: FindFilters }): ReactElement {
  const { t } = useTexts();
  const { view, month: _month, day: _day, ...list } = filters;
  return (
    <nav aria-label={t('finding.views')}>
      <Cluster>
        <Link
          className={buttonClass}
          data-look="choice"
          to="/activities"
          search={list}
          aria-current={view === undefined ? 'true' : undefined}
        >
          {t('finding.asList')}
        </Link>
        <Link
          className={buttonClass}
          data-look="choice"
          to="/activities"
          search={{ ...filters, view: 'calendar' }}
          aria-current={view === 'calendar' ? 'true' : undefined}
        >
          {t('finding.asCalendar')}
        </Link>
        <Link className={buttonClass} data-look="quiet" to="/settings/calendar">
          {t('finding.subscribe')}
        </Link>
        <Link className={buttonClass} data-look="quiet" to="/organising">
          {t('finding.organising')}
        </Link>
      </Cluster>
    </nav>
  );
}

function Found({
  filters,
  ids,
}: {
  readonly filters: FindFilters;
  readonly ids: readonly string[] | undefined;
}): ReactElement {
  return filters.view === 'calendar' ? (
    <MonthCalendar filters={filters} ids={ids} />
  ) : (
    <FoundList key={JSON.stringify({ filters, ids })} filters={filters} ids={ids} />
  );
}
