import type { ReactElement } from 'react';
import type { GraphQuery } from '@guildhall/ui';
import {
  Button,
  Cluster,
  EmptyState,
  FigurePlot,
  Notice,
  QueryView,
  SkeletonList,
  Stack,
  useTexts,
} from '@guildhall/ui';
import { saveFile } from '../download/save-file.js';
import { writeCsv } from '../download/write-csv.js';
import styles from './figures.module.css';
import type { PlotSection } from './plot-section.js';

type Answer = { readonly threshold: number };

/** A query of figures and how to lay its answer out. */
export type FiguresViewProps<Insights extends Answer> = {
  readonly query: GraphQuery<{ readonly insights: Insights | null }>;
  /** The sections to show; nothing when the service that counts them is silent. */
  readonly arrange: (insights: Insights) => readonly PlotSection[] | undefined;
  /** The name of the downloaded file, without its ending. */
  readonly fileName: string;
};

/** Figures as plots with their tables, what the threshold means, and the same figures as a file. */
export function FiguresView<Insights extends Answer>(props: FiguresViewProps<Insights>): ReactElement {
  const { query, arrange, fileName } = props;
  const { t } = useTexts();
  return (
    <QueryView query={query} skeleton={<SkeletonList height="20rem" />}>
      {({ insights }) => {
        const sections = insights ? arrange(insights) : undefined;
        if (!insights || sections === undefined) {
          return query.problem === undefined ? <Notice tone="warn">{t('figures.silent')}</Notice> : null;
        }
        if (sections.every(({ plots }) => plots.every(({ points }) => points.length === 0))) {
          return <EmptyState title={t('figures.none')}>{t('figures.noneLead')}</EmptyState>;
        }
        const { threshold } = insights;
        return (
          <Stack gap="large">
            <Notice>
              <span>{t('figures.threshold', { threshold })}</span>
              {isAllWithheld(sections) && <strong>{t('figures.allWithheld', { threshold })}</strong>}
            </Notice>
            {sections.map((section) => (
              <Section key={section.key} section={section} threshold={threshold} />
            ))}
            <DownloadButton sections={sections} threshold={threshold} fileName={fileName} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

function isAllWithheld(sections: readonly PlotSection[]): boolean {
  return sections.every(({ plots }) => plots.every(({ points }) => points.every(({ figure }) => figure.suppressed)));
}

type SectionProps = { readonly section: PlotSection; readonly threshold: number };

function Section({ section: { title, plots }, threshold }: SectionProps): ReactElement {
  return (
    <Stack>
      {title !== undefined && <h2>{title}</h2>}
      <div className={styles.plots}>
        {plots.map(({ key, ...plot }) => (
          <FigurePlot key={key} {...plot} threshold={threshold} />
        ))}
      </div>
    </Stack>
  );
}

type DownloadProps = {
  readonly sections: readonly PlotSection[];
  readonly threshold: number;
  readonly fileName: string;
};

function DownloadButton({ sections, threshold, fileName }: DownloadProps): ReactElement {
  const { t } = useTexts();
  const headings = ['figure', 'group', 'value', 'withheld'].map((key) => t(`csv.${key}`));
  const reasonOf = (reason: string): string => t([`figure.reasons.${reason}`, 'figure.reasons.other'], { threshold });
  return (
    <Cluster>
      <Button onPress={() => saveFile(`${fileName}.csv`, writeCsv(sections, { headings, reasonOf }))}>
        {t('csv.download')}
      </Button>
    </Cluster>
  );
}
