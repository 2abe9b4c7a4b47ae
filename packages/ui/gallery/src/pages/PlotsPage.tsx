import type { ReactElement } from 'react';
import type { Figure } from '@guildhall/ui';
import { FigurePlot, Page, Stack, useTexts } from '@guildhall/ui';

const shown = (key: string, value: number) => ({ key, figure: { value, suppressed: false } });
const withheld = (key: string) => ({ key, figure: { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' } });

type Shown = { readonly key: string; readonly figure: Figure };

const byMatter: readonly Shown[] = [
  shown('housing', 184),
  shown('academic', 121),
  shown('money', 66),
  shown('complaint', 12),
  withheld('misconduct'),
];
const joining: readonly Shown[] = [
  shown('aug', 80),
  shown('sep', 1_640),
  shown('oct', 512),
  withheld('nov'),
  shown('dec', 35),
  shown('jan', 240),
];

/** Plots of every kind, with withheld figures and with none at all. */
export function PlotsPage(): ReactElement {
  const { t } = useTexts();
  const named = (points: readonly Shown[]) => points.map((point) => ({ ...point, label: t(`plots.${point.key}`) }));
  return (
    <Page title={t('plots.title')} lead={t('plots.lead')}>
      <Stack gap="large">
        <FigurePlot
          caption={t('plots.byMatter')}
          points={named(byMatter)}
          threshold={10}
          groupHeading={t('plots.matter')}
        />
        <FigurePlot
          caption={t('plots.joining')}
          points={named(joining)}
          shape="columns"
          threshold={10}
          groupHeading={t('plots.month')}
        />
        <FigurePlot caption={t('plots.none')} points={[]} threshold={10} />
      </Stack>
    </Page>
  );
}
