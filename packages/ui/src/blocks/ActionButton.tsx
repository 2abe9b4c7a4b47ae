import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTexts } from '../texts/texts.js';
import type { ButtonLook } from './Button.js';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import { Stack } from './Layout.js';
import type { Outcome } from './ResultNotice.js';
import { ResultNotice } from './ResultNotice.js';
import { isUserError } from './user-error.js';

/** An action of a thing's lifecycle and how to carry it out. */
export type ActionButtonProps = {
  /** `viewerActions` of the thing. */
  readonly viewerActions: readonly string[];
  readonly action: string;
  readonly label: string;
  readonly look?: ButtonLook;
  /** What to ask first, when the action cannot be taken back or tells others something. */
  readonly confirm?: { readonly title: string; readonly body: string; readonly label?: string };
  readonly onRun: () => Promise<Outcome>;
  /** Called after success. */
  readonly onDone?: () => void;
};

/** A button for one action. It is there if `viewerActions` lists the action and for no other reason; failures are told beside it. */
export function ActionButton(props: ActionButtonProps): ReactElement | null {
  const { viewerActions, action, label, look = 'plain', confirm, onRun, onDone } = props;
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  if (!viewerActions.includes(action)) return null;
  const run = async (): Promise<void> => {
    setBusy(true);
    const next = await onRun();
    setBusy(false);
    setOutcome(next);
    const hasFailed = next.problem !== undefined || (next.result !== undefined && isUserError(next.result));
    if (hasFailed) return;
    setAsking(false);
    onDone?.();
  };
  const press = (): void => {
    setOutcome(undefined);
    if (confirm === undefined) void run();
    else setAsking(true);
  };
  return (
    <Stack gap="small">
      <Button look={look} isBusy={isBusy && !isAsking} opensDialog={confirm !== undefined} onPress={press}>
        {label}
      </Button>
      {!isAsking && <ResultNotice outcome={outcome} />}
      {confirm !== undefined && (
        <ConfirmDialog
          asked={confirm}
          {...{ isAsking, isBusy, outcome, look }}
          onCancel={() => setAsking(false)}
          onYes={() => void run()}
        />
      )}
    </Stack>
  );
}

type ConfirmDialogProps = {
  readonly asked: { readonly title: string; readonly body: string; readonly label?: string };
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  readonly outcome?: Outcome;
  readonly look: ButtonLook;
  readonly onCancel: () => void;
  readonly onYes: () => void;
};

function ConfirmDialog({ asked, isAsking, isBusy, outcome, look, onCancel, onYes }: ConfirmDialogProps): ReactElement {
  const { t } = useTexts();
  const actions = (
    <>
      <Button onPress={onCancel}>{t('action.cancel')}</Button>
      <Button look={look === 'danger' ? 'danger' : 'primary'} isStrong isBusy={isBusy} onPress={onYes}>
        {asked.label ?? t('action.confirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={asked.title} isOpen={isAsking} onClose={onCancel} actions={actions}>
      <p>{asked.body}</p>
      <ResultNotice outcome={outcome} />
    </Dialog>
  );
}
