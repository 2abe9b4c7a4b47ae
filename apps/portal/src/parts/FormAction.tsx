import type { ReactElement, ReactNode } from 'react';
import { DialogAction, Form, Stack, useForm } from '@guildhall/ui';
import type { DialogActionProps, FormValues, Outcome } from '@guildhall/ui';

/** An action that needs something said first: a reason, new dates, an answer. */
export type FormActionProps<Values extends FormValues> = Omit<DialogActionProps, 'children'> & {
  readonly lead?: string;
  readonly initial: Values;
  readonly onRun: (values: Values, idempotencyKey: string) => Promise<Outcome>;
  readonly onDone: () => void;
  /** The fields of the form. */
  readonly children: ReactNode;
};

/** A button that opens a form in a dialog; it is there if `viewerActions` lists the action and for no other reason. */
export function FormAction<Values extends FormValues>(props: FormActionProps<Values>): ReactElement {
  const { viewerActions, action, label, title, look } = props;
  return (
    <DialogAction {...{ viewerActions, action, label, title, look }}>
      {(close) => <FormActionBody {...props} close={close} />}
    </DialogAction>
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
