import type { ReactElement } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { ForAnalysts, type InsightsFacts } from '../figures/ForAnalysts.js';
import { FiguresView } from '../figures/FiguresView.js';
import { weekLabel } from '../figures/week-label.js';
import { Filters } from '../filters/Filters.js';
import { quarterOf } from '../filters/quarter.js';
import { quarterToBegin, useQuarterFilter, useYearFilter } from '../filters/use-filters.js';
import { MembersJoiningDocument } from '../generated/graphql.js';

/** How many people joined the union, by week. */
export function MembersPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('members.title')} lead={t('members.lead')}>
      <ForAnalysts>{(facts) => <Members current={facts.academicYear} />}</ForAnalysts>
    </Page>
  );
}

function Members({ current }: { readonly current: InsightsFacts['academicYear'] }): ReactElement {
  const { t, language } = useTexts();
  const search = useSearch({ strict: false });
  const { year } = search;
  const quarter = search.quarter ?? quarterToBegin(current, year);
  const navigate = useNavigate();
  const choose = (chosen: { readonly year?: number; readonly quarter?: number }): void =>
    void navigate({ to: '/', search: { ...search, ...chosen }, resetScroll: false });
  const yearFilter = useYearFilter(current, year, (next) => choose({ year: next }));
  const quarterFilter = useQuarterFilter(quarter, (next) => choose({ quarter: next }));
  const query = useGraphQuery(MembersJoiningDocument, { academicYear: year ?? current });
  return (
    <Stack>
      <Filters filters={[yearFilter, quarterFilter]} />
      <FiguresView
        query={query}
        fileName={`members-joining-${year ?? current}-${quarter}`}
        arrange={({ academicYear, membersJoining }) => {
          if (!membersJoining) return undefined;
          const weeks = membersJoining.filter(({ weekOf }) => quarterOf(weekOf, academicYear) === quarter);
          const points = weeks.map(({ weekOf, joined }) => ({
            key: weekOf,
            label: weekLabel(weekOf, language),
            figure: joined,
          }));
          const plot = { key: 'joined', caption: t('members.joined'), groupHeading: t('figures.week'), points };
          return [{ key: 'joined', plots: [plot] }];
        }}
      />
    </Stack>
  );
}
