import { buttonClass, EmptyState, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCaseId } from '../case/use-case-id.js';
import type { DeskCourseQuery } from '../generated/course/graphql.js';
import { DeskCourseDocument } from '../generated/course/graphql.js';
import { DeadlinesCard } from './DeadlinesCard.js';
import { ExportsCard } from './ExportsCard.js';
import { KeepingCard } from './KeepingCard.js';
import { LearningCard } from './LearningCard.js';
import { StagesCard } from './StagesCard.js';

export { words } from './words.js';

/** The course of a case as its case worker reads it. */
export type Course = NonNullable<DeskCourseQuery['case']>;

/** A part of the page: the course, and what to do after a change. */
export type CoursePartProps = { readonly item: Course; readonly onDone: () => void };

/** The dates of a case with their pauses, its stages and outcomes, what can be learnt from it, and how it leaves the service. */
export function CoursePage(): ReactElement {
  const { t } = useTexts();
  const caseId = useCaseId();
  const query = useGraphQuery(DeskCourseDocument, { id: caseId });
  const onDone = query.reload;
  const back = (
    <Link to="/cases/$caseId" params={{ caseId }} className={buttonClass} data-look="quiet">
      {t('course.back')}
    </Link>
  );
  return (
    <Page title={t('course.title')} lead={t('course.lead')} actions={back}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="16rem" />}
        isEmpty={(data) => !data.case}
        empty={
          <EmptyState picture="door" title={t('case.noneTitle')}>
            {t('case.noneLead')}
          </EmptyState>
        }
      >
        {({ case: item, departments }) =>
          item ? (
            <Stack gap="large">
              <DeadlinesCard {...{ item, onDone }} />
              <StagesCard {...{ item, onDone }} />
              <LearningCard {...{ item, onDone }} departments={departments ?? []} />
              <ExportsCard {...{ item, onDone }} />
              <KeepingCard retention={item.retention} />
            </Stack>
          ) : null
        }
      </QueryView>
    </Page>
  );
}
