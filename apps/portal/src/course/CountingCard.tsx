import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import type { CoursePartProps, ShownCourse } from './course-document.js';

const countDocument = graphql(`
  mutation ConsentToCount($input: ConsentToCountInput!) {
    consentToCount(input: $input) {
      __typename
    }
  }
`);

/** Whether one's case helps to show that many have the same trouble; only a number ever leaves it. */
export function CountingCard({
  item,
  cause,
  onChange,
}: CoursePartProps & { readonly cause: NonNullable<ShownCourse['cause']> }): ReactElement {
  const { t } = useTexts();
  const count = useAction(countDocument, (data) => data.consentToCount);
  const viewerActions = cause.canDecideCounting ? ['DECIDE'] : [];
  return (
    <Card>
      <h2>{t('course.counting')}</h2>
      <p>
        {t(`course.cause.${cause.cause}`)}
        {cause.department && ` · ${cause.department.name}`}
      </p>
      <SoftText>{t(cause.isCounted ? 'course.isCounted' : 'course.mayCount')}</SoftText>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="DECIDE"
          label={t(cause.isCounted ? 'course.countNot' : 'course.count')}
          onRun={() => count({ input: { caseId: item.id, consents: !cause.isCounted } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}
