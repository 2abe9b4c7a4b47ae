import type { ReactElement } from 'react';
import { StatusBadge, useTexts } from '@guildhall/ui';
import type { Fate } from './count-model.js';

/** What became of a candidate and at which stage, in words; the colour only repeats it. */
export function FateMark({ fate }: { readonly fate: Fate }): ReactElement {
  const { t } = useTexts();
  return (
    <StatusBadge tone={fate.kind === 'ELECTED' ? 'good' : 'neutral'}>
      {t(`electionResult.fate.${fate.kind}`, { stage: fate.stage })}
    </StatusBadge>
  );
}
