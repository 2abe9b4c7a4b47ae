import { useRef, type ReactElement } from 'react';
import { ActionButton, Cluster, DateTimeText, Notice, Stack, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import type { ShownActivity } from './activity-document.js';
import { acceptDocument, declineDocument } from './place-documents.js';
import { useClash } from './use-clash.js';

type SeatOfferProps = {
  readonly own: NonNullable<ShownActivity['viewerRegistration']>;
  readonly onChange: () => void;
};

/** A seat that is free for the viewer, until when, and the two answers to it. */
export function SeatOffer({ own, onChange }: SeatOfferProps): ReactElement | null {
  const { t } = useTexts();
  const accept = useAction(acceptDocument, (data) => data.acceptOffer);
  const decline = useAction(declineDocument, (data) => data.declineOffer);
  const keyOf = useKeys(own.id);
  const clash = useClash(onChange);
  const { id: registrationId, offer, viewerActions } = own;
  if (!offer) return null;
  return (
    <Stack gap="small">
      <Notice tone="good">
        <span>
          {offer.isHeld ? t('registration.offered') : t('registration.called')}{' '}
          <strong>
            <DateTimeText instant={offer.expiresAt} isRelative />
          </strong>
        </span>
      </Notice>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ACCEPT"
          look="primary"
          label={t('registration.accept')}
          onRun={() =>
            clash.ask((despiteClash) =>
              accept({ input: { registrationId, despiteClash, idempotencyKey: keyOf(despiteClash) } }),
            )
          }
        />
        <ActionButton
          viewerActions={viewerActions}
          action="DECLINE"
          look="danger"
          label={t('registration.decline')}
          confirm={{
            title: t('registration.declineTitle'),
            body: t('registration.declineBody'),
            label: t('registration.decline'),
          }}
          onRun={() => decline({ input: { registrationId } })}
          onDone={onChange}
        />
      </Cluster>
      {clash.dialog}
    </Stack>
  );
}

/** One key for each of the two questions, so that pressing again after a lost connection asks the same question again. */
function useKeys(registrationId: string): (despiteClash: boolean) => string {
  const keys = useRef(new Map<string, string>());
  return (despiteClash) => {
    const name = `${registrationId} ${String(despiteClash)}`;
    const known = keys.current.get(name) ?? crypto.randomUUID();
    keys.current.set(name, known);
    return known;
  };
}
