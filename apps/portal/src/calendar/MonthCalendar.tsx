import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  campusDay,
  Cluster,
  partOf,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import styles from './calendar.module.css';
import { toFinder, type FindFilters } from './find-filters.js';
import { monthDocument } from './found-document.js';
import { FoundList } from './FoundList.js';
import { daysOf, inWords, monthLater, weeksOf } from './month.js';

type MonthCalendarProps = { readonly filters: FindFilters; readonly ids: readonly string[] | undefined };

/** A month with how much is on each day; a day that is chosen shows what is on below. On a phone the days are a list. */
export function MonthCalendar({ filters, ids }: MonthCalendarProps): ReactElement {
  const { t, language } = useTexts();
  const { campusZone } = useWebConfig();
  const today = campusDay(Date.now(), campusZone);
  const month = filters.month ?? filters.day?.slice(0, 7) ?? today.slice(0, 7);
  const days = daysOf(month);
  const query = partOf(
    useGraphQuery(monthDocument, {
      from: days[0] ?? today,
      to: days.at(-1) ?? today,
      filter: toFinder(filters, ids),
    }),
    ({ activityCalendar }) => activityCalendar ?? null,
  );
  const name = inWords(`${month}-01`, language, { month: 'long', year: 'numeric' });
  const { day, ...others } = filters;
  const isShown = day !== undefined && day.startsWith(month);
  return (
    <Stack>
      <MonthLinks month={month} filters={others} />
      <QueryView query={query} skeleton={<Skeleton height="24rem" />}>
        {(counted) => (
          <MonthTable
            name={name}
            month={month}
            today={today}
            counts={new Map(counted.map((one) => [one.day, one.count]))}
            filters={filters}
          />
        )}
      </QueryView>
      {isShown ? (
        <section aria-label={inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' })}>
          <Stack>
            <h2>{inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' })}</h2>
            <FoundList key={JSON.stringify(filters)} filters={filters} ids={ids} day={day} />
          </Stack>
        </section>
      ) : (
        <SoftText>{t('finding.chooseDay')}</SoftText>
      )}
    </Stack>
  );
}

function MonthLinks({ month, filters }: { readonly month: string; readonly filters: FindFilters }): ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('finding.months')}>
      <Cluster>
        {(['before', 'after'] as const).map((way) => (
          <Link
            key={way}
            className={buttonClass}
            data-look="plain"
            to="/activities"
            search={{ ...filters, month: monthLater(month, way === 'before' ? -1 : 1) }}
          >
            {t(`finding.${way}`)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}

type MonthTableProps = {
  readonly name: string;
  readonly month: string;
  readonly today: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly filters: FindFilters;
};

function MonthTable({ name, month, today, counts, filters }: MonthTableProps): ReactElement {
  const { language } = useTexts();
  const weeks = weeksOf(month);
  // 2 November 2026 is a Monday.
  const names = Array.from({ length: 7 }, (_, index) => `2026-11-0${index + 2}`);
  return (
    <table className={styles.month}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {names.map((day) => (
            <th key={day} scope="col" abbr={inWords(day, language, { weekday: 'long' })}>
              {inWords(day, language, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, place) => (
              <td
                key={day ?? `${month}-${place}`}
                data-today={day === today || undefined}
                data-empty={day === undefined || !counts.has(day) || undefined}
              >
                {day !== undefined && <DayCell day={day} count={counts.get(day) ?? 0} filters={filters} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = { readonly day: string; readonly count: number; readonly filters: FindFilters };

function DayCell({ day, count, filters }: DayCellProps): ReactElement {
  const { t, language } = useTexts();
  const number = Number(day.slice(8));
  if (count === 0) return <span className={styles.day}>{number}</span>;
  const date = inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <Link
      className={styles.day}
      to="/activities"
      search={{ ...filters, day }}
      aria-current={filters.day === day ? 'date' : undefined}
      resetScroll={false}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <span className={styles.date}>{date}</span>
      <span className={styles.count}>{t('finding.count', { count })}</span>
    </Link>
  );
}
