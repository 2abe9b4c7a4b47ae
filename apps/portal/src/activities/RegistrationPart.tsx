import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, SoftText, useTexts, type Translate } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { ShownActivity } from './activity-document.js';
import { cancelDocument, leaveDocument } from './place-documents.js';
import { SeatOffer } from './SeatOffer.js';
import { TakePlace } from './TakePlace.js';

type PartProps = { readonly activity: ShownActivity; readonly onChange: () => void };

/** The viewer's own place in an activity: take it, answer an offer, give it back, or see where they wait. */
export function RegistrationPart({ activity, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const { viewerRegistration: own, viewerLastRegistration: last, viewerActions } = activity;
  if (!own && !last && !viewerActions.includes('REGISTER')) return null;
  return (
    <Card>
      <h2>{t('registration.title')}</h2>
      {own ? <OwnPlace own={own} onChange={onChange} /> : <NoPlace activity={activity} onChange={onChange} />}
    </Card>
  );
}

/** What became of an earlier place, and the way to one; none back for whoever was removed. */
function NoPlace({ activity, onChange }: PartProps): ReactElement {
  const { viewerLastRegistration: last, viewerActions } = activity;
  const canRegister = viewerActions.includes('REGISTER') && last?.status !== 'REMOVED';
  return (
    <>
      {last && <LastPlace last={last} canReturn={canRegister} />}
      {canRegister && <TakePlace activity={activity} onChange={onChange} />}
    </>
  );
}

type LastPlaceProps = {
  readonly last: NonNullable<ShownActivity['viewerLastRegistration']>;
  readonly canReturn: boolean;
};

/** What giving the seat back now would bring, said before it is done. */
function cancelWarning(t: Translate, { freeCancelUntil, strikeIfCancelledNow: strike }: OwnPlaceProps['own']): string {
  if (strike && strike.delayMinutes > 0)
    return t('registration.cancelDelays', {
      hours: strike.delayMinutes / 60,
      percent: strike.drawPercent,
      weight: strike.weight,
    });
  if (strike) return t('registration.cancelStrikes', { weight: strike.weight });
  const isLate = freeCancelUntil != null && Date.parse(freeCancelUntil) < Date.now();
  return isLate ? t('registration.cancelRefilled') : t('registration.cancelBody');
}

/** What became of an earlier place, and that one may come back. */
function LastPlace({ last, canReturn }: LastPlaceProps): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <Cluster>
        <StatusWord family="registration" status={last.status} />
      </Cluster>
      {last.statusReason && <SoftText>{last.statusReason}</SoftText>}
      {canReturn && <SoftText isSmall>{t('registration.rejoin')}</SoftText>}
    </>
  );
}

type OwnPlaceProps = { readonly own: NonNullable<ShownActivity['viewerRegistration']>; readonly onChange: () => void };

function OwnPlace({ own, onChange }: OwnPlaceProps): ReactElement {
  const { t } = useTexts();
  const cancel = useAction(cancelDocument, (data) => data.cancelRegistration);
  const leave = useAction(leaveDocument, (data) => data.leaveWaitingList);
  const input = { registrationId: own.id };
  return (
    <>
      <Cluster>
        <StatusWord family="registration" status={own.status} />
        {own.waitingPlace != null && <strong>{t('registration.waitingPlace', { place: own.waitingPlace })}</strong>}
      </Cluster>
      <SeatOffer own={own} onChange={onChange} />
      {own.pool && <SoftText isSmall>{t('registration.inPool', { name: own.pool.name })}</SoftText>}
      {own.status === 'WAITLISTED' && (
        <SoftText isSmall>{own.autoAccept ? t('registration.takesAtOnce') : t('registration.isAsked')}</SoftText>
      )}
      {own.statusReason && <SoftText>{own.statusReason}</SoftText>}
      {own.freeCancelUntil && (
        <SoftText isSmall>
          {t('registration.freeUntil')} <DateTimeText instant={own.freeCancelUntil} />
        </SoftText>
      )}
      {own.strikeIfMissed && (
        <SoftText isSmall>{t('registration.missing', { weight: own.strikeIfMissed.weight })}</SoftText>
      )}
      <Cluster>
        <ActionButton
          viewerActions={own.viewerActions}
          action="CANCEL"
          look="danger"
          label={t('registration.cancel')}
          confirm={{
            title: t('registration.cancelTitle'),
            body: cancelWarning(t, own),
            label: t('registration.cancel'),
          }}
          onRun={() => cancel({ input })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={own.viewerActions}
          action="LEAVE_WAITING_LIST"
          look="danger"
          label={t('registration.leave')}
          confirm={{
            title: t('registration.leaveTitle'),
            body: t('registration.leaveBody'),
            label: t('registration.leave'),
          }}
          onRun={() => leave({ input })}
          onDone={onChange}
        />
      </Cluster>
    </>
  );
}
