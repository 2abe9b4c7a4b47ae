import type { ReactElement } from 'react';
import { Page, QueryView, SignedIn, Skeleton, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Circle } from './Circle.js';
import { circlesDocument } from './circle-documents.js';
import { Wish } from './Wish.js';

export { words } from './words.js';

/** The viewer's small circles, those proposed to them, and what they wish. */
export function CirclesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('circles.title')} lead={t('circles.lead')}>
      <SignedIn>
        <Circles />
      </SignedIn>
    </Page>
  );
}

function Circles(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(circlesDocument, {});
  return (
    <QueryView query={query} skeleton={<Skeleton height="24rem" />}>
      {({ viewer: { member, circleWish, circles } }) => (
        <Stack>
          {circles.map((circle) => (
            <Circle key={circle.id} circle={circle} onChange={query.reload} />
          ))}
          {circles.length === 0 && <SoftText>{t('circles.noneLead')}</SoftText>}
          {member && (
            <Wish
              profile={{ interests: member.interests ?? [], languages: member.languages ?? [] }}
              wish={circleWish ?? undefined}
              onChange={query.reload}
            />
          )}
        </Stack>
      )}
    </QueryView>
  );
}
