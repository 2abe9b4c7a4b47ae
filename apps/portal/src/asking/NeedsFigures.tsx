import type { ReactElement } from 'react';
import { FigurePlot, Notice, SoftText, useTexts } from '@guildhall/ui';
import type { ShownAsking } from './asking-documents.js';

/** How many people need what, and for how many the room is not right. */
export function NeedsFigures({ needs }: { readonly needs: NonNullable<ShownAsking['needs']> }): ReactElement {
  const { t } = useTexts();
  const { people, counts, isVenueKnown, unmetPeople } = needs;
  if (people === 0) return <SoftText>{t('asking.nobodyNeeds')}</SoftText>;
  return (
    <>
      {unmetPeople > 0 && <Notice tone="warn">{t('asking.roomFails', { count: unmetPeople })}</Notice>}
      {isVenueKnown && unmetPeople === 0 && <Notice tone="good">{t('asking.roomFits')}</Notice>}
      <FigurePlot
        caption={t('asking.needs')}
        groupHeading={t('asking.need')}
        threshold={1}
        points={counts.map(({ need, people: value, isUnmet }) => ({
          key: need,
          label: isUnmet ? t('asking.notHere', { need: t(`needs.need.${need}`) }) : t(`needs.need.${need}`),
          figure: { value, suppressed: false },
        }))}
      />
      <SoftText isSmall>{t('asking.figuresAreExact')}</SoftText>
    </>
  );
}
