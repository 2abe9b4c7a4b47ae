import type { ReactElement } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { ForAnalysts } from '../figures/ForAnalysts.js';
import { FiguresView } from '../figures/FiguresView.js';
import { caseMatters } from '../filters/filter-search.js';
import type { Filter } from '../filters/Filters.js';
import { Filters } from '../filters/Filters.js';
import { useYearFilter } from '../filters/use-filters.js';
import type { CaseMatter } from '../generated/graphql.js';
import { CaseFiguresDocument } from '../generated/graphql.js';

/** How many advice cases were opened, by matter and by the stage they have reached. */
export function CasesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('cases.title')} lead={t('cases.lead')}>
      <ForAnalysts>{(facts) => <Cases current={facts.academicYear} />}</ForAnalysts>
    </Page>
  );
}

function Cases({ current }: { readonly current: number }): ReactElement {
  const { t } = useTexts();
  const search = useSearch({ strict: false });
  const { year, matter } = search;
  const navigate = useNavigate();
  const choose = (chosen: { readonly year?: number; readonly matter?: CaseMatter }): void =>
    void navigate({ to: '/cases', search: { ...search, ...chosen }, resetScroll: false });
  const yearFilter = useYearFilter(current, year, (next) => choose({ year: next }));
  const matterFilter = useMatterFilter(matter, (next) => choose({ matter: next }));
  const query = useGraphQuery(CaseFiguresDocument, { academicYear: year ?? current });
  const matters = matter === undefined ? caseMatters : [matter];
  return (
    <Stack>
      <Filters filters={[yearFilter, matterFilter]} />
      <FiguresView
        query={query}
        fileName={`cases-${year ?? current}${matter === undefined ? '' : `-${matter.toLowerCase()}`}`}
        arrange={({ cases }) => {
          if (!cases) return undefined;
          const plots = matters.map((each) => ({
            key: each,
            caption: t(`matter.${each}`),
            groupHeading: t('figures.stage'),
            points: cases
              .filter((cell) => cell.matter === each)
              .map(({ stage, cases: figure }) => ({ key: stage, label: t(`stage.${stage}`), figure })),
          }));
          return [{ key: 'cases', title: t('cases.byStage'), plots }];
        }}
      />
    </Stack>
  );
}

function useMatterFilter(matter: CaseMatter | undefined, onChoose: (matter: CaseMatter | undefined) => void): Filter {
  const { t } = useTexts();
  const matters = caseMatters.map((value) => ({ value, label: t(`matter.${value}`) }));
  return {
    key: 'matter',
    label: t('filters.matter'),
    value: matter ?? '',
    choices: [{ value: '', label: t('filters.everyMatter') }, ...matters],
    onChoose: (value) => onChoose(caseMatters.find((each) => each === value)),
  };
}
