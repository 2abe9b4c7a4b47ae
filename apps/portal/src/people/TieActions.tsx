import type { ReactElement } from 'react';
import { ActionButton, Cluster, TextAreaField, useTexts } from '@guildhall/ui';
import type { TieAction } from '../generated/graphql.js';
import { FormAction } from '../parts/FormAction.js';
import { useAction } from '../graph/use-action.js';
import {
  acceptDocument,
  blockDocument,
  declineDocument,
  removeDocument,
  requestDocument,
  unblockDocument,
  withdrawDocument,
} from './tie-documents.js';

/** Somebody and what can be done; `onDone` is called after each of it. */
export type TieActionsProps = {
  readonly memberId: string;
  readonly viewerActions: readonly TieAction[];
  readonly onDone: () => void;
  /** In a list only what the list is for; all of it where left out. */
  readonly only?: readonly TieAction[];
};

/** Buttons for what the viewer may do between themselves and somebody. A block is explained before it is set. */
export function TieActions({ memberId, viewerActions, onDone, only }: TieActionsProps): ReactElement {
  const offered = viewerActions.filter((action) => only === undefined || only.includes(action));
  const shared = { memberId, viewerActions: offered, onDone };
  return (
    <Cluster>
      <Ask {...shared} />
      <Answer {...shared} />
      <End {...shared} />
      <Block {...shared} />
    </Cluster>
  );
}

type PartProps = Omit<TieActionsProps, 'only'>;

function Ask({ memberId, viewerActions, onDone }: PartProps): ReactElement {
  const { t } = useTexts();
  const request = useAction(requestDocument, (data) => data.requestConnection);
  return (
    <FormAction
      {...{ viewerActions, onDone }}
      action="REQUEST"
      look="primary"
      label={t('people.request')}
      title={t('people.requestTitle')}
      lead={t('people.requestLead')}
      initial={{ message: '' }}
      onRun={({ message }, idempotencyKey) => request({ input: { memberId, message, idempotencyKey } })}
    >
      <TextAreaField name="message" label={t('people.message')} hint={t('people.messageHint')} isOptional />
    </FormAction>
  );
}

function Answer({ memberId, viewerActions, onDone }: PartProps): ReactElement {
  const { t } = useTexts();
  const accept = useAction(acceptDocument, (data) => data.acceptConnection);
  const decline = useAction(declineDocument, (data) => data.declineConnection);
  const shared = { viewerActions, onDone };
  const input = { memberId };
  return (
    <>
      <ActionButton
        {...shared}
        action="ACCEPT"
        look="primary"
        label={t('people.accept')}
        onRun={() => accept({ input })}
      />
      <ActionButton {...shared} action="DECLINE" label={t('people.decline')} onRun={() => decline({ input })} />
    </>
  );
}

function End({ memberId, viewerActions, onDone }: PartProps): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawConnection);
  const remove = useAction(removeDocument, (data) => data.removeConnection);
  const shared = { viewerActions, onDone };
  const input = { memberId };
  return (
    <>
      <ActionButton {...shared} action="WITHDRAW" label={t('people.withdraw')} onRun={() => withdraw({ input })} />
      <ActionButton
        {...shared}
        action="REMOVE"
        label={t('people.remove')}
        confirm={{ title: t('people.removeTitle'), body: t('people.removeBody'), label: t('people.remove') }}
        onRun={() => remove({ input })}
      />
    </>
  );
}

function Block({ memberId, viewerActions, onDone }: PartProps): ReactElement {
  const { t } = useTexts();
  const block = useAction(blockDocument, (data) => data.blockMember);
  const unblock = useAction(unblockDocument, (data) => data.unblockMember);
  const shared = { viewerActions, onDone };
  const input = { memberId };
  return (
    <>
      <ActionButton
        {...shared}
        action="BLOCK"
        look="danger"
        label={t('people.block')}
        confirm={{ title: t('people.blockTitle'), body: t('people.blockBody'), label: t('people.block') }}
        onRun={() => block({ input })}
      />
      <ActionButton
        {...shared}
        action="UNBLOCK"
        label={t('people.unblock')}
        confirm={{ title: t('people.unblockTitle'), body: t('people.unblockBody'), label: t('people.unblock') }}
        onRun={() => unblock({ input })}
      />
    </>
  );
}
