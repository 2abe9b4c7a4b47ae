import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactElement } from 'react';
import {
  Card,
  Form,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  TextAreaField,
  useForm,
  useTexts,
} from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { usePlaceParam } from '../parts/use-place.js';
import { readReceipt } from './read-receipt.js';
import { useInclusion } from './use-inclusion.js';

export { words } from './words.js';

/** It brings what computes hashes, which nobody needs who only reads what receipts are. */
const ReceiptFinding = lazyPart(() => import('./ReceiptFinding.js'), 'ReceiptFinding');

/** Checks a receipt: asks for the proof and computes the root again here on the device. */
export function CheckReceiptPage(): ReactElement {
  const { t } = useTexts();
  const electionId = usePlaceParam('electionId');
  const [receipt, setReceipt] = useState<string>();
  return (
    <Page
      title={t('elections.receiptTitle')}
      lead={
        <Link to="/elections/$electionId" params={{ electionId }}>
          {t('elections.toElection')}
        </Link>
      }
    >
      <Stack>
        <Card>
          <p>{t('elections.receiptLead')}</p>
          <ReceiptForm onCheck={setReceipt} />
          <div role="status">{receipt !== undefined && <Checked key={receipt} {...{ electionId, receipt }} />}</div>
        </Card>
        <Card>
          <h2>{t('elections.receiptProves')}</h2>
          <ul>
            <li>{t('elections.proves')}</li>
            <li>{t('elections.provesNot')}</li>
            <li>{t('elections.provesHow')}</li>
          </ul>
          <SoftText isSmall>{t('elections.receiptSent')}</SoftText>
        </Card>
      </Stack>
    </Page>
  );
}

function ReceiptForm({ onCheck }: { readonly onCheck: (receipt: string) => void }): ReactElement {
  const { t } = useTexts();
  const form = useForm({
    initial: { receipt: '' },
    submit: ({ receipt: text }) => {
      const receipt = readReceipt(text);
      if (receipt === undefined)
        return Promise.resolve({
          result: { __typename: 'ValidationError', fields: [{ path: 'receipt', rule: 'BAD_FORMAT' }] },
        });
      onCheck(receipt);
      return Promise.resolve({});
    },
  });
  return (
    <Form form={form} submitLabel={t('elections.checkReceipt')}>
      <TextAreaField name="receipt" rows={3} label={t('elections.receipt')} hint={t('elections.receiptHint')} />
    </Form>
  );
}

function Checked({ electionId, receipt }: { readonly electionId: string; readonly receipt: string }): ReactElement {
  const query = useInclusion({ id: electionId, receipt });
  return (
    <QueryView query={query} skeleton={<Skeleton height="6rem" />} isEmpty={({ election }) => !election}>
      {({ election }) =>
        election && (
          <Suspense fallback={<Skeleton height="6rem" />}>
            <ReceiptFinding receipt={receipt} election={election} />
          </Suspense>
        )
      }
    </QueryView>
  );
}
