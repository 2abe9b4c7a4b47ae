import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import type { CoursePartProps } from './course-document.js';

const erasureDocument = graphql(`
  mutation AskErasure($input: AskErasureInput!) {
    askErasure(input: $input) {
      __typename
    }
  }
`);

/** How long the words of the case are kept, what stops their erasure, and how to have them erased now. */
export function KeepingCard({ item }: CoursePartProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const erase = useAction(erasureDocument, (data) => data.askErasure);
  const { erasesAt, holds, viewerActions } = item.retention;
  return (
    <Card>
      <h2>{t('course.keeping')}</h2>
      {erasesAt ? (
        <p>
          {t('course.erasesAt')} <DateTimeText instant={erasesAt} show="day" />
        </p>
      ) : (
        <SoftText>{t('course.keptWhileOpen')}</SoftText>
      )}
      {holds.map(({ basis }) => (
        <Cluster key={basis}>
          <StatusBadge tone="warn">{t(`course.hold.${basis}`)}</StatusBadge>
        </Cluster>
      ))}
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ASK_ERASURE"
          look="danger"
          label={t('course.erase')}
          confirm={{ title: t('course.eraseTitle'), body: t('course.eraseBody'), label: t('course.erase') }}
          onRun={() => erase({ input: { caseId: item.id } })}
          onDone={() => void navigate({ to: '/help' })}
        />
      </Cluster>
    </Card>
  );
}
