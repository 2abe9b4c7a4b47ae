import type { ReactElement } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { ForAnalysts } from '../figures/ForAnalysts.js';
import { FiguresView } from '../figures/FiguresView.js';
import type { PlotSection } from '../figures/plot-section.js';
import { weekLabel } from '../figures/week-label.js';
import { activityKinds } from '../filters/filter-search.js';
import type { Filter } from '../filters/Filters.js';
import { Filters } from '../filters/Filters.js';
import { quarterOf } from '../filters/quarter.js';
import { quarterToBegin, useQuarterFilter, useYearFilter } from '../filters/use-filters.js';
import type { ActivityKind, ParticipationQuery } from '../generated/graphql.js';
import { ParticipationDocument } from '../generated/graphql.js';

/** How many registered for activities and how many came, by week and kind. */
export function ParticipationPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('participation.title')} lead={t('participation.lead')}>
      <ForAnalysts>{(facts) => <Participation current={facts.academicYear} />}</ForAnalysts>
    </Page>
  );
}

type Chosen = { readonly year?: number; readonly quarter?: number; readonly kind?: ActivityKind };

function Participation({ current }: { readonly current: number }): ReactElement {
  const search = useSearch({ strict: false });
  const { year, kind } = search;
  const quarter = search.quarter ?? quarterToBegin(current, year);
  const navigate = useNavigate();
  const choose = (chosen: Chosen): void =>
    void navigate({ to: '/participation', search: { ...search, ...chosen }, resetScroll: false });
  const yearFilter = useYearFilter(current, year, (next) => choose({ year: next }));
  const quarterFilter = useQuarterFilter(quarter, (next) => choose({ quarter: next }));
  const kindFilter = useKindFilter(kind, (next) => choose({ kind: next }));
  const query = useGraphQuery(ParticipationDocument, { academicYear: year ?? current });
  const sectionsOf = useSections();
  return (
    <Stack>
      <Filters filters={[yearFilter, quarterFilter, kindFilter]} />
      <FiguresView
        query={query}
        fileName={`participation-${year ?? current}-${quarter}${kind === undefined ? '' : `-${kind.toLowerCase()}`}`}
        arrange={({ academicYear, participation }) => {
          const cells = participation?.filter(({ weekOf }) => quarterOf(weekOf, academicYear) === quarter);
          return cells && sectionsOf(cells, kind === undefined ? activityKinds : [kind]);
        }}
      />
    </Stack>
  );
}

function useKindFilter(kind: ActivityKind | undefined, onChoose: (kind: ActivityKind | undefined) => void): Filter {
  const { t } = useTexts();
  const kinds = activityKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
  return {
    key: 'kind',
    label: t('filters.kind'),
    value: kind ?? '',
    choices: [{ value: '', label: t('filters.everyKind') }, ...kinds],
    onChoose: (value) => onChoose(activityKinds.find((each) => each === value)),
  };
}

type Cells = NonNullable<NonNullable<ParticipationQuery['insights']>['participation']>;

/** One section for each kind that has a figure. Kinds are never added up: a sum could give away a withheld part of it. */
function useSections(): (cells: Cells, kinds: readonly ActivityKind[]) => readonly PlotSection[] {
  const { t, language } = useTexts();
  const groupHeading = t('figures.week');
  return (cells, kinds) =>
    kinds.flatMap((kind) => {
      const weeks = cells.filter((cell) => cell.kind === kind);
      if (weeks.length === 0) return [];
      const plots = (['registrations', 'attendance'] as const).map((measure) => ({
        key: measure,
        caption: t(`participation.${measure}`),
        groupHeading,
        points: weeks.map((week) => ({
          key: week.weekOf,
          label: weekLabel(week.weekOf, language),
          figure: week[measure],
        })),
      }));
      return [{ key: kind, title: t(`kind.${kind}`), plots }];
    });
}
