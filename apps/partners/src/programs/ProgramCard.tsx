import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import styles from '../department/department.module.css';
import type { MadeSecret } from '../department/use-secret.js';
import type { ProgramPartsFragment } from '../generated/graphql.js';
import { RevokeApiClientDocument, RotateApiClientSecretDocument } from '../generated/graphql.js';

/** A program, and what to do with a new secret. */
export type ProgramCardProps = {
  readonly program: ProgramPartsFragment;
  readonly onSecret: (made: MadeSecret) => void;
};

/** One program: the name students read, its id, what it may do, and the ways to rotate its secret and to end it. */
export function ProgramCard({ program, onSecret }: ProgramCardProps): ReactElement {
  const { t } = useTexts();
  const { name, clientId, scopes, registeredAt, revokedAt, oldSecretUntil } = program;
  return (
    <Card>
      <h2>{name}</h2>
      <p className={styles.address}>
        <code>{clientId}</code>
      </p>
      <Cluster>
        <StatusBadge tone={revokedAt ? 'neutral' : 'good'}>
          {t(revokedAt ? 'program.revoked' : 'program.works')}
        </StatusBadge>
        {scopes.map((scope) => (
          <StatusBadge key={scope} tone="info">
            {t(`program.scope.${scope}`)}
          </StatusBadge>
        ))}
      </Cluster>
      <SoftText isSmall>
        {t('program.since')} <DateTimeText instant={registeredAt} show="day" />
        {oldSecretUntil && (
          <>
            {' · '}
            {t('program.oldUntil')} <DateTimeText instant={oldSecretUntil} />
          </>
        )}
      </SoftText>
      <ProgramActions program={program} onSecret={onSecret} />
    </Card>
  );
}

function ProgramActions({ program, onSecret }: ProgramCardProps): ReactElement {
  const { t } = useTexts();
  const { id: apiClientId, name, clientId, viewerActions } = program;
  const rotate = useGraphMutation(RotateApiClientSecretDocument);
  const revoke = useGraphMutation(RevokeApiClientDocument);
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions }}
        action="ROTATE"
        label={t('program.rotate')}
        confirm={{
          title: t('program.rotateTitle', { name }),
          body: t('program.rotateBody'),
          label: t('program.rotate'),
        }}
        onRun={async () => {
          const { data, problem } = await rotate({ input: { apiClientId } });
          const result = data?.rotateApiClientSecret;
          if (result?.__typename === 'RotateApiClientSecretSuccess') onSecret({ id: clientId, secret: result.secret });
          return { result, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions }}
        action="REVOKE"
        look="danger"
        label={t('program.revoke')}
        confirm={{
          title: t('program.revokeTitle', { name }),
          body: t('program.revokeBody'),
          label: t('program.revoke'),
        }}
        onRun={async () => {
          const { data, problem } = await revoke({ input: { apiClientId } });
          return { result: data?.revokeApiClient, problem };
        }}
      />
    </Cluster>
  );
}
