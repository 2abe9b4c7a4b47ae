import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { DateTimeText, Notice, useTexts } from '@guildhall/ui';
import type { ElectionStand } from './result-documents.js';

/** How firm a result is: declared, still open to complaints, halted or void. */
export function StandNotice({ election }: { readonly election: ElectionStand }): ReactElement | null {
  const { t } = useTexts();
  const { id, status, statusReason, declaredAt, schedule, viewerActions } = election;
  if (status === 'DECLARED')
    return (
      <Notice tone="good">
        <span>
          {t('electionResult.declared')} <DateTimeText instant={declaredAt} />
        </span>
      </Notice>
    );
  if (status === 'SUSPENDED' || status === 'VOIDED')
    return (
      <Notice tone="danger">
        <strong>{t(`electionResult.halted.${status}`)}</strong>
        <span>{statusReason}</span>
      </Notice>
    );
  if (status !== 'PROVISIONAL') return <Notice>{t('electionResult.notCounted')}</Notice>;
  return (
    <Notice tone="warn">
      <strong>{t('electionResult.provisional')}</strong>
      <span>
        {t('electionResult.provisionalUntil')} <DateTimeText instant={schedule.complaintsUntil} isRelative />
      </span>
      {viewerActions.includes('COMPLAIN') && (
        <Link to="/elections/$electionId" params={{ electionId: id }}>
          {t('electionResult.complain')}
        </Link>
      )}
    </Notice>
  );
}
