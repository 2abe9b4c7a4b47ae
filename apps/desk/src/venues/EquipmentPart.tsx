import { NextPage, QueryView, SoftText, useGraphQuery, useTexts } from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import { DeskEquipmentDocument } from '../generated/venues/graphql.js';

const dayMs = 86_400_000;

/** What the union lends, and how much of it stays free through the coming day. */
export function EquipmentPart({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [now] = useState(() => Date.now());
  const query = useGraphQuery(DeskEquipmentDocument, {
    from: new Date(now).toISOString(),
    to: new Date(now + dayMs).toISOString(),
    after,
  });
  return (
    <QueryView query={query}>
      {({ equipment: page }) =>
        page && (
          <>
            <ul>
              {page.edges.map(({ node: { id, name, place, quantity, freeCount } }) => (
                <li key={id}>
                  {name} · {place}{' '}
                  <SoftText isSmall>{t('venues.freeToday', { free: freeCount, count: quantity })}</SoftText>
                </li>
              ))}
            </ul>
            <NextPage pageInfo={page.pageInfo}>{(next) => <EquipmentPart after={next} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}
