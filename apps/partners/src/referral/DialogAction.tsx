import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { ButtonLook } from '@guildhall/ui';
import { Button, Dialog } from '@guildhall/ui';

/** An action that needs words, not a mere yes. */
export type DialogActionProps = {
  /** `viewerActions` of the thing. */
  readonly viewerActions: readonly string[];
  readonly action: string;
  readonly label: string;
  readonly title: string;
  readonly look?: ButtonLook;
  /** The form; it calls `close` once all went well. */
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a form. It is there if `viewerActions` lists the action and for no other reason. */
export function DialogAction(props: DialogActionProps): ReactElement | null {
  const { viewerActions, action, label, title, look, children } = props;
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!viewerActions.includes(action)) return null;
  return (
    <>
      <Button look={look} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  );
}
