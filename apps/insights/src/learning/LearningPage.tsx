import type { ReactElement } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { ForAnalysts } from '../figures/ForAnalysts.js';
import { FiguresView } from '../figures/FiguresView.js';
import { Filters } from '../filters/Filters.js';
import { useYearFilter } from '../filters/use-filters.js';
import { LearningFiguresDocument } from '../generated/graphql.js';

/** How many learn with each path, and how many have completed it. */
export function LearningPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('learning.title')} lead={t('learning.lead')}>
      <ForAnalysts>{(facts) => <Learning current={facts.academicYear} />}</ForAnalysts>
    </Page>
  );
}

function Learning({ current }: { readonly current: number }): ReactElement {
  const { t } = useTexts();
  const { year } = useSearch({ strict: false });
  const navigate = useNavigate();
  const yearFilter = useYearFilter(
    current,
    year,
    (next) => void navigate({ to: '/learning', search: { year: next }, resetScroll: false }),
  );
  const query = useGraphQuery(LearningFiguresDocument, { academicYear: year ?? current });
  return (
    <Stack>
      <Filters filters={[yearFilter]} />
      <FiguresView
        query={query}
        fileName={`learning-${year ?? current}`}
        arrange={({ learning }) => {
          if (!learning) return undefined;
          const plots = (['enrolled', 'completed'] as const).map((measure) => ({
            key: measure,
            caption: t(`learning.${measure}`),
            groupHeading: t('figures.path'),
            points: learning.map((row) => ({ key: row.path.id, label: row.path.title, figure: row[measure] })),
          }));
          return [{ key: 'learning', plots }];
        }}
      />
    </Stack>
  );
}
