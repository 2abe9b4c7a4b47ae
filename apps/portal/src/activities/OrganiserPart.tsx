import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, buttonClass, Card, Cluster, DateTimeText, Notice, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { formatAmount } from '../parts/amounts.js';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import type { ShownActivity } from './activity-document.js';
import { approveDocument, closeAttendanceDocument, publishDocument } from './organiser-documents.js';
import { PostponeAction } from './PostponeAction.js';
import { ReasonActions } from './ReasonActions.js';
import { SubmitAction } from '../venues/SubmitAction.js';

export { words } from '../venues/words.js';

type PartProps = { readonly activity: ShownActivity; readonly onChange: () => void };

/** The papers of an activity and its next steps, for those who run or judge it. Whoever sees the facts is one of them. */
export function OrganiserPart({ activity, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  if (!activity.facts) return null;
  return (
    <Card>
      <h2>{t('organiser.title')}</h2>
      {activity.status !== 'CANCELLED' && activity.statusReason && <Notice tone="warn">{activity.statusReason}</Notice>}
      {activity.isOverfull && <Notice tone="warn">{t('organiser.overfull')}</Notice>}
      <Papers activity={activity} />
      <Cluster>
        <NextSteps activity={activity} onChange={onChange} />
        <Places activity={activity} />
        {activity.organising && <OrganiseLink activityId={activity.id} />}
        <PostponeAction activity={activity} onChange={onChange} />
        <ReasonActions activity={activity} onChange={onChange} />
      </Cluster>
    </Card>
  );
}

/** The pages that belong to an activity, as far as the viewer may act there. */
function Places({ activity: { id, viewerActions } }: Pick<PartProps, 'activity'>): ReactElement {
  const { t } = useTexts();
  const place = { className: buttonClass, 'data-look': 'plain', params: { activityId: id } };
  return (
    <>
      {viewerActions.includes('READ_DOOR_LIST') && (
        <Link {...place} to="/activities/$activityId/door">
          {t('organiser.door')}
        </Link>
      )}
      {viewerActions.includes('EDIT') && (
        <Link {...place} to="/activities/$activityId/edit">
          {t('organiser.edit')}
        </Link>
      )}
    </>
  );
}

function OrganiseLink({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  return (
    <Link className={buttonClass} data-look="plain" to="/activities/$activityId/organise" params={{ activityId }}>
      {t('organiser.organise')}
    </Link>
  );
}

function Papers({ activity }: { readonly activity: ShownActivity }): ReactElement {
  const { t, language } = useTexts();
  const { facts, noticeUntil, reportDueAt, report } = activity;
  const named = (['alcohol', 'externalSpeaker', 'minors', 'offCampus', 'overnight', 'contractor'] as const)
    .filter((name) => facts?.[name])
    .map((name) => t(`facts.${name}`));
  return (
    <Facts
      facts={[
        { name: t('organiser.organiser'), value: activity.organiser?.displayName },
        { name: t('facts.riskTier'), value: t('facts.tier', { tier: activity.riskTier }) },
        { name: t('facts.expectedAttendees'), value: facts?.expectedAttendees },
        { name: t('facts.budget'), value: facts?.budget ? formatAmount(facts.budget, language) : undefined },
        { name: t('facts.special'), value: named.join(', ') },
        {
          name: t('organiser.noticeUntil'),
          value: activity.status === 'DRAFT' && noticeUntil ? <DateTimeText instant={noticeUntil} /> : undefined,
        },
        {
          name: t('organiser.reportDue'),
          value: reportDueAt ? <DateTimeText instant={reportDueAt} show="day" /> : undefined,
        },
        { name: t('organiser.report'), value: report ? <Prose>{report}</Prose> : undefined },
      ]}
    />
  );
}

function NextSteps({ activity, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const input = { activityId: activity.id };
  const publish = useAction(publishDocument, (data) => data.publishActivity);
  const approve = useAction(approveDocument, (data) => data.approveActivity);
  const close = useAction(closeAttendanceDocument, (data) => data.closeAttendance);
  const shared = { viewerActions: activity.viewerActions, look: 'primary', onDone: onChange } as const;
  return (
    <>
      <SubmitAction activity={activity} onChange={onChange} />
      <ActionButton {...shared} action="APPROVE" label={t('organiser.approve')} onRun={() => approve({ input })} />
      <ActionButton
        {...shared}
        action="PUBLISH"
        label={t('organiser.publish')}
        confirm={{
          title: t('organiser.publishTitle'),
          body: t('organiser.publishBody'),
          label: t('organiser.publish'),
        }}
        onRun={() => publish({ input })}
      />
      <ActionButton
        {...shared}
        action="CLOSE_ATTENDANCE"
        label={t('organiser.close')}
        confirm={{ title: t('organiser.closeTitle'), body: t('organiser.closeBody'), label: t('organiser.close') }}
        onRun={() => close({ input })}
      />
    </>
  );
}
