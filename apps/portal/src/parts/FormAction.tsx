import { useState, type ReactElement, type ReactNode } from 'react';
import { Button, Dialog, Form, Stack, useForm, type ButtonLook, type FormValues, type Outcome } from '@guildhall/ui';

/** An action that needs something said first: a reason, new dates, an answer. */
export type FormActionProps<Values extends FormValues> = {
  readonly viewerActions: readonly string[];
  readonly action: string;
  readonly label: string;
  readonly lead?: string;
  readonly look?: ButtonLook;
  readonly initial: Values;
  readonly onRun: (values: Values, idempotencyKey: string) => Promise<Outcome>;
  readonly onDone: () => void;
  /** The fields of the form. */
  readonly children: ReactNode;
};

/** A button that opens a form in a dialog; it is there if `viewerActions` lists the action and for no other reason. */
export function FormAction<Values extends FormValues>(props: FormActionProps<Values>): ReactElement | null {
  const { viewerActions, action, label, look = 'plain' } = props;
  const [isOpen, setOpen] = useState(false);
  if (!viewerActions.includes(action)) return null;
  return (
    <>
      <Button look={look} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={label} isOpen={isOpen} onClose={() => setOpen(false)}>
        <FormActionBody {...props} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function FormActionBody<Values extends FormValues>(
  props: FormActionProps<Values> & { readonly close: () => void },
): ReactElement {
  const { initial, label, lead, onRun, onDone, close, children } = props;
  const form = useForm({
    initial,
    submit: onRun,
    onDone: () => {
      close();
      onDone();
    },
  });
  return (
    <Stack>
      {lead !== undefined && <p>{lead}</p>}
      <Form form={form} submitLabel={label}>
        {children}
      </Form>
    </Stack>
  );
}
