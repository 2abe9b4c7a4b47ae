import type { ReactElement } from 'react';
import { Card, FigurePlot, useTexts } from '@guildhall/ui';
import type { ShownAfter } from './after-documents.js';

/** How people chose about photos, for organisers, and for the team by name who must not be in any. */
export function PhotoTeam({ activity }: { readonly activity: ShownAfter }): ReactElement | null {
  const { t } = useTexts();
  const { photoCounts, photoRefusals } = activity;
  if (!photoCounts || Object.values(photoCounts).every((count) => count === 0 || typeof count === 'string'))
    return null;
  const { yes, askMe, no, open } = photoCounts;
  const counts = { photoYes: yes, photoAsk: askMe, photoNo: no, photoOpen: open };
  return (
    <Card>
      <h2>{t('after.photosTeam')}</h2>
      <FigurePlot
        caption={t('after.photoCounts')}
        threshold={0}
        points={Object.entries(counts).map(([key, value]) => ({
          key,
          label: t(`after.${key}`),
          figure: { value, suppressed: false },
        }))}
      />
      {photoRefusals.edges.length > 0 && (
        <>
          <h3>{t('after.photoRefusals')}</h3>
          <ul>
            {photoRefusals.edges.map(({ node }) => (
              <li key={node.id}>{node.member?.displayName ?? t('after.somebody')}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
