import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { acceptDocument, declineDocument, withdrawDocument } from './board-actions.js';
import { HelpStatusWord } from './HelpStatusWord.js';
import type { RequestPartProps, ShownRequest } from './request-document.js';

/** The offers that wait for the viewer, and the viewer's own. */
export function OffersPart({ request, onChange }: RequestPartProps): ReactElement | null {
  const { t } = useTexts();
  const { offers, viewerOffer } = request;
  if (offers.length === 0 && !viewerOffer) return null;
  return (
    <Card>
      {offers.length > 0 && (
        <>
          <h2>{t('offers.title', { count: offers.length })}</h2>
          <SoftText>{t('offers.lead')}</SoftText>
          <Rows>
            {offers.map((offer) => (
              <Row key={offer.id}>
                <OfferRow {...{ request, offer, onChange }} />
              </Row>
            ))}
          </Rows>
        </>
      )}
      {viewerOffer && <OwnOffer offer={viewerOffer} onChange={onChange} />}
    </Card>
  );
}

type OfferRowProps = RequestPartProps & { readonly offer: ShownRequest['offers'][number] };

function OfferRow({ request, offer, onChange }: OfferRowProps): ReactElement {
  const { t } = useTexts();
  const intent = useIntent();
  const accept = useAction(acceptDocument, (data) => data.acceptHelpOffers);
  const decline = useAction(declineDocument, (data) => data.declineHelpOffer);
  const shared = { viewerActions: offer.viewerActions, onDone: onChange };
  return (
    <>
      <div>
        <PersonLink member={offer.helper} />
        <Prose>{offer.words}</Prose>
        <SoftText isSmall>
          <DateTimeText instant={offer.offeredAt} isRelative />
        </SoftText>
      </div>
      <Cluster>
        <ActionButton
          {...shared}
          action="ACCEPT"
          look="primary"
          label={t('offers.accept')}
          confirm={{ title: t('offers.accept'), body: t('offers.acceptLead') }}
          onRun={() =>
            intent((idempotencyKey) =>
              accept({ input: { requestId: request.id, offerIds: [offer.id], idempotencyKey } }),
            )
          }
        />
        <ActionButton
          {...shared}
          action="DECLINE"
          label={t('offers.decline')}
          onRun={() => decline({ input: { offerId: offer.id } })}
        />
      </Cluster>
    </>
  );
}

type OwnOfferProps = {
  readonly offer: NonNullable<ShownRequest['viewerOffer']>;
  readonly onChange: () => void;
};

function OwnOffer({ offer, onChange }: OwnOfferProps): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawHelpOffer);
  return (
    <>
      <Cluster>
        <h2>{t('offers.yours')}</h2>
        <HelpStatusWord of="offer" status={offer.status} />
      </Cluster>
      <Prose>{offer.words}</Prose>
      <Cluster>
        <ActionButton
          viewerActions={offer.viewerActions}
          action="WITHDRAW"
          label={t('offers.withdraw')}
          onRun={() => withdraw({ input: { offerId: offer.id } })}
          onDone={onChange}
        />
      </Cluster>
    </>
  );
}
