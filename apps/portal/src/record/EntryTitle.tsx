import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { ShownEntry } from './record-documents.js';

/** What a piece of a record is about, with the way there; its kind in words where the thing cannot be seen. */
export function EntryTitle({ entry }: { readonly entry: ShownEntry }): ReactElement {
  const { t } = useTexts();
  const { activity, proposal, path, step } = entry;
  if (activity?.title !== undefined)
    return (
      <Link to="/activities/$activityId" params={{ activityId: activity.id }}>
        {activity.title}
      </Link>
    );
  if (proposal?.title !== undefined)
    return (
      <Link to="/proposals/$proposalId" params={{ proposalId: proposal.id }}>
        {proposal.title}
      </Link>
    );
  if (step && path)
    return (
      <Link to="/learning/$pathId" params={{ pathId: path.id }}>
        {t('record.stepOf', { step: step.title, path: path.title })}
      </Link>
    );
  return <OtherTitle entry={entry} />;
}

/** An office or service for a group, a session, or what has no page of its own. */
function OtherTitle({ entry: { kind, session, group, positionKind } }: { readonly entry: ShownEntry }): ReactElement {
  const { t } = useTexts();
  if (session?.group) return <>{t('record.sessionOf', { group: session.group.title })}</>;
  const office = positionKind ? t(`office.${positionKind}`) : t(`recordKind.${kind}`);
  if (group?.name === undefined) return <>{kind === 'VERIFIED_HOURS' ? t('record.forPartner') : office}</>;
  return (
    <Link to="/groups/$groupId" params={{ groupId: group.id }}>
      {positionKind ? t('record.atGroup', { what: office, group: group.name }) : group.name}
    </Link>
  );
}
