import { ActionButton, Card, Cluster, DialogAction, SoftText, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { MeetCaseDeadlineDocument } from '../generated/course-forms/graphql.js';
import type { Course, CoursePartProps } from './CoursePage.js';
import { DeadlinePlot } from './DeadlinePlot.js';
import { SetDeadlineForm } from './SetDeadlineForm.js';

const ofProcedure: readonly string[] = ['PROCEDURE', 'APPEAL', 'WHOLE_PROCEDURE', 'EXTERNAL'];

/** What was promised and what the university demands, on one line of time, and the dates a case worker keeps. */
export function DeadlinesCard({ item, onDone }: CoursePartProps): ReactElement {
  const { t } = useTexts();
  const owed = item.deadlines.filter(({ kind, metAt }) => ofProcedure.includes(kind) && !metAt);
  return (
    <Card>
      <h2>{t('course.deadlines')}</h2>
      {item.deadlines.length === 0 ? (
        <SoftText>{t('course.noDeadlines')}</SoftText>
      ) : (
        <DeadlinePlot deadlines={item.deadlines} />
      )}
      <Cluster>
        <DialogAction viewerActions={item.courseActions} action="SET_DEADLINE" label={t('course.setDeadline')}>
          {(shut) => (
            <SetDeadlineForm
              caseId={item.id}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
        {owed.map((deadline) => (
          <Met key={deadline.id} {...{ item, deadline, onDone }} />
        ))}
      </Cluster>
    </Card>
  );
}

function Met({
  item,
  deadline,
  onDone,
}: CoursePartProps & { readonly deadline: Course['deadlines'][number] }): ReactElement {
  const { t } = useTexts();
  const meet = useGraphMutation(MeetCaseDeadlineDocument);
  return (
    <ActionButton
      viewerActions={item.courseActions}
      action="MEET_DEADLINE"
      label={t('course.met', { name: t(`deadline.${deadline.kind}`) })}
      onRun={async () => {
        const { data, problem } = await meet({ input: { caseId: item.id, deadlineId: deadline.id } });
        return { result: data?.meetCaseDeadline, problem };
      }}
      onDone={onDone}
    />
  );
}
