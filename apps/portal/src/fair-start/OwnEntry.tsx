import type { ReactElement } from 'react';
import { ActionButton, Notice, SoftText, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { leaveDocument } from './fair-start-documents.js';
import type { FairStartProps } from './FairStartStand.js';
import { InviteLink } from './InviteLink.js';

/** The viewer's own entry: who is in it, how others join, what it drew. */
export function OwnEntry({ activity, fairStart, onChange }: FairStartProps): ReactElement | null {
  const { t, language } = useTexts();
  const leave = useAction(leaveDocument, (data) => data.leaveDraw);
  const entry = fairStart.viewerEntry;
  if (!entry) return null;
  const names = entry.people.map(({ member }) => member?.displayName ?? t('fairStart.somebody'));
  const isParty = names.length > 1 || entry.inviteCode != null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <>
      {entry.drawn ? (
        <Drawn drawn={entry.drawn} entries={fairStart.entryCount} />
      ) : (
        <Notice tone="good">{t(isParty ? 'fairStart.inAsParty' : 'fairStart.inAlone', { count: names.length })}</Notice>
      )}
      {isParty && <SoftText>{t('fairStart.members', { names: list })}</SoftText>}
      {entry.inviteCode && fairStart.phase === 'COLLECTING' && (
        <InviteLink activityId={activity.id} inviteCode={entry.inviteCode} most={fairStart.rules.partySizeMax} />
      )}
      <ActionButton
        viewerActions={activity.fairStartActions}
        action="LEAVE_DRAW"
        look="danger"
        label={t('fairStart.leave')}
        confirm={{
          title: t('fairStart.leaveTitle'),
          body: t(isParty ? 'fairStart.leaveParty' : 'fairStart.leaveBody'),
          label: t('fairStart.leave'),
        }}
        onRun={() => leave({ input: { registrationId: entry.registration?.id ?? '' } })}
        onDone={onChange}
      />
    </>
  );
}

type DrawnProps = {
  readonly drawn: NonNullable<NonNullable<FairStartProps['fairStart']['viewerEntry']>['drawn']>;
  readonly entries: number;
};

function Drawn({ drawn: { isPlaced, rank }, entries }: DrawnProps): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone={isPlaced ? 'good' : 'warn'}>
      {t(isPlaced ? 'fairStart.placed' : 'fairStart.waits', { rank, entries })}
    </Notice>
  );
}
