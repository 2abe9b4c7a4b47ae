import { useEffect, type ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, Stack, TextField, useGraphQuery, useTexts } from '@guildhall/ui';
import type { DoorSetupQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import {
  addCheckpointDocument,
  doorSetupDocument,
  openSelfCheckInDocument,
  removeCheckpointDocument,
} from './door-documents.js';
import styles from './door.module.css';

/** The checkpoints of an activity, and the code at its main door while people may check themselves in. */
export function DoorSetup({ activityId }: { readonly activityId: string }): ReactElement | null {
  const { t } = useTexts();
  const { data, reload } = useGraphQuery(doorSetupDocument, { id: activityId });
  const add = useAction(addCheckpointDocument, ({ addCheckpoint }) => addCheckpoint);
  const open = useAction(openSelfCheckInDocument, ({ openSelfCheckIn }) => openSelfCheckIn);
  const activity = data?.activity;
  useReloadAt(activity?.doorCode?.shownUntil, reload);
  if (!activity || activity.checkpoints.length === 0) return null;
  const { doorActions: viewerActions, checkpoints, doorCode } = activity;
  return (
    <Card>
      <h2>{t('doorSetup.title')}</h2>
      <SoftText isSmall>{t('doorSetup.lead')}</SoftText>
      <CheckpointRows checkpoints={checkpoints} viewerActions={viewerActions} onChange={reload} />
      {doorCode && (
        <Stack gap="small">
          <h3>{t('doorSetup.codeTitle')}</h3>
          <SoftText isSmall>{t('doorSetup.codeLead')}</SoftText>
          <p className={styles.digits}>{doorCode.code}</p>
        </Stack>
      )}
      <Cluster>
        <FormAction
          viewerActions={viewerActions}
          action="ADD_CHECKPOINT"
          label={t('doorSetup.add')}
          initial={{ name: '' }}
          onRun={({ name }) => add({ input: { activityId, name } })}
          onDone={reload}
        >
          <TextField name="name" label={t('doorSetup.name')} hint={t('doorSetup.nameHint')} />
        </FormAction>
        <ActionButton
          viewerActions={viewerActions}
          action="OPEN_SELF_CHECK_IN"
          label={t('doorSetup.openSelf')}
          onRun={() => open({ input: { activityId, isOpen: true } })}
          onDone={reload}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="CLOSE_SELF_CHECK_IN"
          label={t('doorSetup.closeSelf')}
          onRun={() => open({ input: { activityId, isOpen: false } })}
          onDone={reload}
        />
      </Cluster>
    </Card>
  );
}

type Checkpoints = NonNullable<DoorSetupQuery['activity']>['checkpoints'];
type RowsProps = {
  readonly checkpoints: Checkpoints;
  readonly viewerActions: readonly string[];
  readonly onChange: () => void;
};

function CheckpointRows({ checkpoints, viewerActions, onChange }: RowsProps): ReactElement {
  const { t } = useTexts();
  const remove = useAction(removeCheckpointDocument, ({ removeCheckpoint }) => removeCheckpoint);
  return (
    <Rows>
      {checkpoints.map(({ id, name, isMainDoor, countedIn, countedOut }) => (
        <Row key={id}>
          <strong>{name ?? t('scan.mainDoor')}</strong>
          <Cluster>
            <span>{t('doorSetup.in', { count: countedIn })}</span>
            {countedOut > 0 && <span>{t('doorSetup.out', { count: countedOut })}</span>}
            <ActionButton
              viewerActions={isMainDoor ? [] : viewerActions}
              action="REMOVE_CHECKPOINT"
              look="quiet"
              label={t('doorSetup.remove')}
              confirm={{ title: t('doorSetup.removeTitle'), body: t('doorSetup.removeBody') }}
              onRun={() => remove({ input: { checkpointId: id } })}
              onDone={onChange}
            />
          </Cluster>
        </Row>
      ))}
    </Rows>
  );
}

/** Asks again once a code is no longer shown. */
function useReloadAt(instant: string | undefined, reload: () => void): void {
  useEffect(() => {
    if (instant === undefined) return undefined;
    const timer = setTimeout(reload, Math.max(1_000, Date.parse(instant) - Date.now()));
    return () => clearTimeout(timer);
  }, [instant]);
}
