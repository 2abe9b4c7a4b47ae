import type { ReactElement } from 'react';
import type { DataColumn, Tone } from '@guildhall/ui';
import {
  ActionButton,
  Button,
  Cluster,
  DataTable,
  DateTimeText,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { WebhookDeliveryStatus } from '../generated/graphql.js';
import { ResendWebhookDeliveryDocument } from '../generated/graphql.js';
import { referenceOf } from '../referral/reference.js';
import type { ShownWebhook } from './WebhookCard.js';

type Delivery = ShownWebhook['deliveries']['edges'][number]['node'];

/** What was sent, newest first, and what to do after a change. */
export type WebhookLogProps = { readonly deliveries: readonly Delivery[]; readonly onChange: () => void };

const tones: Readonly<Record<WebhookDeliveryStatus, Tone>> = { WAITING: 'warn', DELIVERED: 'good', GIVEN_UP: 'danger' };

/** The log: each message with how its last attempt went, and no word of what it said. */
export function WebhookLog({ deliveries, onChange }: WebhookLogProps): ReactElement {
  const { t } = useTexts();
  const columns: readonly DataColumn<Delivery>[] = [
    { key: 'at', heading: t('webhook.at'), cell: ({ madeAt }) => <DateTimeText instant={madeAt} /> },
    {
      key: 'type',
      heading: t('webhook.event'),
      cell: ({ type, referral }) =>
        referral
          ? `${t(`webhook.type.${keyOf(type)}`)} · ${referenceOf(referral.id)}`
          : t(`webhook.type.${keyOf(type)}`),
    },
    {
      key: 'status',
      heading: t('webhook.status'),
      cell: ({ status }) => <StatusBadge tone={tones[status]}>{t(`webhook.went.${status}`)}</StatusBadge>,
    },
    { key: 'last', heading: t('webhook.lastAttempt'), cell: (delivery) => <LastAttempt delivery={delivery} /> },
    { key: 'again', heading: t('webhook.change'), cell: (delivery) => <Resend {...{ delivery, onChange }} /> },
  ];
  if (deliveries.length === 0) return <SoftText>{t('webhook.nothingSent')}</SoftText>;
  return (
    <>
      <DataTable caption={t('webhook.log')} columns={columns} rows={deliveries} keyOf={({ id }) => id} />
      <Cluster>
        <Button onPress={onChange}>{t('webhook.reload')}</Button>
      </Cluster>
    </>
  );
}

/** `referral.information_given` as a key of words, where dots lead deeper. */
function keyOf(type: string): string {
  return type.replace('.', '_');
}

function LastAttempt({ delivery: { attempts, nextAttemptAt } }: { readonly delivery: Delivery }): ReactElement {
  const { t } = useTexts();
  const last = attempts.at(-1);
  if (last === undefined) return <SoftText>{t('webhook.notTried')}</SoftText>;
  const { outcome, statusCode, latencyMs, number } = last;
  return (
    <>
      {t('webhook.attempt', {
        number,
        outcome: statusCode ? `${t(`webhook.outcome.${outcome}`)} (${statusCode})` : t(`webhook.outcome.${outcome}`),
        latencyMs,
      })}
      {nextAttemptAt && (
        <SoftText isSmall>
          {t('webhook.next')} <DateTimeText instant={nextAttemptAt} isRelative />
        </SoftText>
      )}
    </>
  );
}

function Resend({ delivery, onChange }: { readonly delivery: Delivery; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const resend = useGraphMutation(ResendWebhookDeliveryDocument);
  if (delivery.viewerActions.length === 0) return <SoftText>–</SoftText>;
  return (
    <ActionButton
      viewerActions={delivery.viewerActions}
      action="RESEND"
      label={t('webhook.resend')}
      onRun={async () => {
        const input = { deliveryId: delivery.id, idempotencyKey: crypto.randomUUID() };
        const { data, problem } = await resend({ input });
        return { result: data?.resendWebhookDelivery, problem };
      }}
      onDone={onChange}
    />
  );
}
