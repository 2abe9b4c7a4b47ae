import type { ReactElement, ReactNode } from 'react';
import { Suspense, useState } from 'react';
import type { ButtonLook } from './Button.js';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import { SkeletonList } from './Skeleton.js';

/** An action that needs more than a yes: its button and the form behind it. */
export type DialogActionProps = {
  /** `viewerActions` of the thing. */
  readonly viewerActions: readonly string[];
  readonly action: string;
  readonly label: string;
  /** The heading of the dialog; the label unless told. */
  readonly title?: string;
  readonly look?: ButtonLook;
  /** The form, which may still be loading; it calls `close` once all went well. */
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a form. It is there if `viewerActions` lists the action and for no other reason. */
export function DialogAction(props: DialogActionProps): ReactElement | null {
  const { viewerActions, action, label, title = label, look, children } = props;
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!viewerActions.includes(action)) return null;
  return (
    <>
      <Button look={look} opensDialog onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        <Suspense fallback={<SkeletonList />}>{children(close)}</Suspense>
      </Dialog>
    </>
  );
}
