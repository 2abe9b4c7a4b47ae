import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  DateTimeText,
  EmptyState,
  Notice,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { ReceiptCode } from '../receipt/ReceiptCode.js';
import { actingDocument, confirmCaseDocument, takeReceiptDocument, type ActingCase } from './acting-documents.js';
import { Representatives } from './Representatives.js';

type PartProps = { readonly item: ActingCase; readonly onChange: () => void };

/** What surrounds a conversation: a case to confirm, its files, who acts on it, and a code for its status. */
export function ActingCards({ caseId }: { readonly caseId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(actingDocument, { id: caseId });
  const { reload } = query;
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={({ case: item }) => !item}
      empty={
        <EmptyState picture="letter" title={t('case.missing')}>
          {t('case.missingLead')}
        </EmptyState>
      }
    >
      {({ case: item }) =>
        item && (
          <Stack gap="large">
            <Confirm item={item} onChange={reload} />
            <Representatives {...item} caseId={caseId} onChange={reload} />
            <Receipt item={item} onChange={reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

function Confirm({ item, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const confirm = useAction(confirmCaseDocument, (data) => data.confirmCase);
  const { authority } = item;
  if (!authority || authority.confirmedAt) return null;
  return (
    <Card>
      <h2>{t('acting.confirmTitle')}</h2>
      <p>{t(`acting.basis.${authority.basis}`)}</p>
      <ActionButton
        viewerActions={authority.viewerActions}
        action="CONFIRM"
        look="primary"
        label={t('acting.confirm')}
        onRun={() => confirm({ input: { caseId: item.id } })}
        onDone={onChange}
      />
    </Card>
  );
}

function Receipt({ item, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const take = useAction(takeReceiptDocument, (data) => data.takeReceipt);
  const [state, setState] = useState<{
    readonly code?: string;
    readonly hasFailed?: boolean;
    readonly isBusy?: boolean;
  }>({});
  const press = async (): Promise<void> => {
    setState({ isBusy: true });
    const { result } = await take({ input: { caseId: item.id } });
    const code = result?.__typename === 'TakeReceiptSuccess' ? result.code : undefined;
    setState(code === undefined ? { hasFailed: true } : { code });
    onChange();
  };
  if (!item.accessActions.includes('TAKE_RECEIPT')) return null;
  if (state.code !== undefined) return <ReceiptCode code={state.code} lead={t('acting.receiptLead')} />;
  return (
    <Card>
      <h2>{t('acting.receipt')}</h2>
      <SoftText>{t('acting.receiptLead')}</SoftText>
      {item.receiptMadeAt && (
        <SoftText isSmall>
          {t('acting.receiptMade')} <DateTimeText instant={item.receiptMadeAt} show="day" />
        </SoftText>
      )}
      {state.hasFailed && <Notice tone="danger">{t('acting.receiptFailed')}</Notice>}
      <Button isBusy={state.isBusy} onPress={() => void press()}>
        {item.receiptMadeAt ? t('acting.receiptAgain') : t('acting.receiptTake')}
      </Button>
    </Card>
  );
}
