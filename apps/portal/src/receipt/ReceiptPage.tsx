import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Card, fileWords, Form, Notice, Page, Skeleton, SoftText, TextField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { caseWords } from '../help/case-words.js';
import { receiptWords } from './words.js';
import { readReceiptDocument, type ShownReceipt } from './receipt-documents.js';

/** The words of this page and of what it shows. */
export const words = [...caseWords, ...receiptWords, fileWords];

/** Loaded once a code was understood: most who come here type first. */
const ReceiptView = lazy(() => import('./ReceiptView.js').then((module) => ({ default: module.ReceiptView })));

/** Where a case stands, for whoever holds its code; nobody has to sign in, and nothing is remembered when the page is left. */
export function ReceiptPage(): ReactElement {
  const { t } = useTexts();
  const [shown, setShown] = useState<{ readonly code: string; readonly receipt: ShownReceipt }>();
  return (
    <Page title={t('receipt.title')} lead={t('receipt.lead')}>
      {shown === undefined ? (
        <CodeForm onRead={(code, receipt) => setShown({ code, receipt })} />
      ) : (
        <Reloading
          key={shown.code}
          {...shown}
          onRead={(receipt) => setShown({ code: shown.code, receipt })}
          onLeave={() => setShown(undefined)}
        />
      )}
    </Page>
  );
}

function CodeForm({ onRead }: { readonly onRead: (code: string, receipt: ShownReceipt) => void }): ReactElement {
  const { t } = useTexts();
  const read = useAction(readReceiptDocument, (data) => data.readReceipt);
  const form = useForm({
    initial: { code: '' },
    submit: ({ code }) => read({ input: { code } }),
    onDone: (result) => {
      if (result.__typename === 'ReadReceiptSuccess') onRead(String(form.values['code']), result.receipt);
    },
  });
  const isUnknown = form.outcome?.result?.__typename === 'NotFoundError';
  return (
    <Card>
      <Form form={isUnknown ? { ...form, outcome: undefined } : form} submitLabel={t('receipt.show')}>
        <TextField name="code" label={t('receipt.code')} hint={t('receipt.codeHint')} />
        {isUnknown && <Notice tone="danger">{t('receipt.unknown')}</Notice>}
      </Form>
      <SoftText isSmall>{t('receipt.forgotten')}</SoftText>
    </Card>
  );
}

function Reloading({
  code,
  receipt,
  onRead,
  onLeave,
}: {
  readonly code: string;
  readonly receipt: ShownReceipt;
  readonly onRead: (receipt: ShownReceipt) => void;
  readonly onLeave: () => void;
}): ReactElement {
  const read = useAction(readReceiptDocument, (data) => data.readReceipt);
  const reload = async (): Promise<void> => {
    const { result } = await read({ input: { code } });
    if (result?.__typename === 'ReadReceiptSuccess') onRead(result.receipt);
  };
  return (
    <Suspense fallback={<Skeleton height="20rem" />}>
      <ReceiptView {...{ code, receipt, onLeave }} onChange={() => void reload()} />
    </Suspense>
  );
}
