import type { ReactElement } from 'react';
import type { Tone } from '@guildhall/ui';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { DepartmentWebhooksQuery, WebhookStatus } from '../generated/graphql.js';
import {
  DeleteWebhookDocument,
  RotateWebhookSecretDocument,
  SetWebhookStatusDocument,
  TestWebhookDocument,
} from '../generated/graphql.js';
import styles from '../department/department.module.css';
import type { MadeSecret } from '../department/use-secret.js';
import { WebhookLog } from './WebhookLog.js';

/** One webhook as it is asked for. */
export type ShownWebhook = NonNullable<DepartmentWebhooksQuery['viewer']['department']>['webhooks'][number];

/** A webhook, and what to do with a new secret and after a change. */
export type WebhookCardProps = {
  readonly webhook: ShownWebhook;
  readonly onSecret: (made: MadeSecret) => void;
  readonly onChange: () => void;
};

const tones: Readonly<Record<WebhookStatus, Tone>> = { ENABLED: 'good', DISABLED: 'neutral', FAILING: 'danger' };

/** One address: whether it is told, since when its secret signs, what can be done, and what was sent. */
export function WebhookCard(props: WebhookCardProps): ReactElement {
  const { t } = useTexts();
  const { url, description, status, secretMadeAt, oldSecretUntil, deliveries } = props.webhook;
  return (
    <Card>
      <h2 className={styles.address}>{description === '' ? url : description}</h2>
      {description !== '' && <p className={styles.address}>{url}</p>}
      <Cluster>
        <StatusBadge tone={tones[status]}>{t(`webhook.is.${status}`)}</StatusBadge>
        <SoftText isSmall>
          {t('webhook.secretSince')} <DateTimeText instant={secretMadeAt} />
          {oldSecretUntil && (
            <>
              {' · '}
              {t('webhook.oldUntil')} <DateTimeText instant={oldSecretUntil} />
            </>
          )}
        </SoftText>
      </Cluster>
      {status === 'FAILING' && <Notice tone="danger">{t('webhook.failing')}</Notice>}
      <WebhookActions {...props} />
      <WebhookLog deliveries={deliveries.edges.map(({ node }) => node)} onChange={props.onChange} />
    </Card>
  );
}

function WebhookActions({ webhook, onSecret, onChange }: WebhookCardProps): ReactElement {
  const { t } = useTexts();
  const { id: webhookId, viewerActions } = webhook;
  const test = useGraphMutation(TestWebhookDocument);
  const rotate = useGraphMutation(RotateWebhookSecretDocument);
  const set = useGraphMutation(SetWebhookStatusDocument);
  const remove = useGraphMutation(DeleteWebhookDocument);
  const setTo = async (isEnabled: boolean) => {
    const { data, problem } = await set({ input: { webhookId, isEnabled } });
    return { result: data?.setWebhookStatus, problem };
  };
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions }}
        action="TEST"
        look="primary"
        label={t('webhook.test')}
        onRun={async () => {
          const { data, problem } = await test({ input: { webhookId, idempotencyKey: crypto.randomUUID() } });
          return { result: data?.testWebhook, problem };
        }}
        onDone={onChange}
      />
      <ActionButton
        {...{ viewerActions }}
        action="ROTATE"
        label={t('webhook.rotate')}
        confirm={{ title: t('webhook.rotateTitle'), body: t('webhook.rotateBody'), label: t('webhook.rotate') }}
        onRun={async () => {
          const { data, problem } = await rotate({ input: { webhookId } });
          const result = data?.rotateWebhookSecret;
          if (result?.__typename === 'RotateWebhookSecretSuccess') onSecret({ secret: result.secret });
          return { result, problem };
        }}
        onDone={onChange}
      />
      <ActionButton {...{ viewerActions }} action="ENABLE" label={t('webhook.enable')} onRun={() => setTo(true)} />
      <ActionButton {...{ viewerActions }} action="DISABLE" label={t('webhook.disable')} onRun={() => setTo(false)} />
      <ActionButton
        {...{ viewerActions }}
        action="DELETE"
        look="danger"
        label={t('webhook.delete')}
        confirm={{ title: t('webhook.deleteTitle'), body: t('webhook.deleteBody'), label: t('webhook.delete') }}
        onRun={async () => {
          const { data, problem } = await remove({ input: { webhookId } });
          return { result: data?.deleteWebhook, problem };
        }}
        onDone={onChange}
      />
    </Cluster>
  );
}
