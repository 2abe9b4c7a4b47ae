import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { BundlesCard } from './BundlesCard.js';
import { CountingCard } from './CountingCard.js';
import { courseDocument } from './course-document.js';
import { DatesCard } from './DatesCard.js';
import { KeepingCard } from './KeepingCard.js';
import { StagesCard } from './StagesCard.js';

export { words } from './words.js';

/** One's own case by its dates: what is due when and why, how it came out, what leaves it, and how long it is kept. */
export function CoursePage(): ReactElement {
  const { t } = useTexts();
  const caseId = usePlaceParam('caseId');
  const back = (
    <Link to="/help/$caseId" params={{ caseId }} className={buttonClass} data-look="quiet">
      {t('course.back')}
    </Link>
  );
  return (
    <Page title={t('course.title')} lead={t('course.lead')} actions={back}>
      <SignedIn>
        <CourseView caseId={caseId} />
      </SignedIn>
    </Page>
  );
}

function CourseView({ caseId }: { readonly caseId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(courseDocument, { id: caseId });
  const onChange = query.reload;
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ case: item }) => item === null || item === undefined}
      empty={
        <EmptyState picture="letter" title={t('course.missing')}>
          {t('course.missingLead')}
        </EmptyState>
      }
    >
      {({ case: item }) =>
        item && (
          <Stack gap="large">
            <DatesCard deadlines={item.deadlines} />
            <StagesCard {...{ item, onChange }} />
            {item.exports.map((bundle) => (
              <BundlesCard key={bundle.id} {...{ bundle, onChange }} />
            ))}
            {item.cause && <CountingCard {...{ item, onChange }} cause={item.cause} />}
            <KeepingCard {...{ item, onChange }} />
          </Stack>
        )
      }
    </QueryView>
  );
}
