import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DataTable,
  FigurePlot,
  Notice,
  RadioField,
  SoftText,
  TextField,
  useTexts,
  type DataColumn,
} from '@guildhall/ui';
import type { BudgetLineKind } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { amountText, formatAmount, readAmount } from '../parts/amounts.js';
import { Facts } from '../parts/Facts.js';
import { FormAction } from '../parts/FormAction.js';
import { addBudgetLineDocument, editBudgetLineDocument, removeBudgetLineDocument } from './budget-documents.js';
import type { PartProps, ShownOrganising } from './organise-document.js';

type ShownLine = ShownOrganising['budget']['lines'][number];
type Values = { readonly [name: string]: string };

/** What the activity costs and brings in, beside what was approved. */
export function BudgetPart(part: PartProps): ReactElement {
  const { t, language } = useTexts();
  const { activity, organising, onChange } = part;
  const { budget } = organising;
  const add = useAction(addBudgetLineDocument, (data) => data.addBudgetLine);
  const columns: readonly DataColumn<ShownLine>[] = [
    { key: 'title', heading: t('organise.line'), cell: ({ title }) => title },
    { key: 'kind', heading: t('organise.kind'), cell: ({ kind }) => t(`organise.kinds.${kind}`) },
    {
      key: 'planned',
      heading: t('organise.planned'),
      cell: ({ planned }) => formatAmount(planned, language),
      align: 'end',
    },
    {
      key: 'actual',
      heading: t('organise.actual'),
      cell: ({ actual }) => (actual == null ? '' : formatAmount(actual, language)),
      align: 'end',
    },
    { key: 'receipt', heading: t('organise.receipt'), cell: (line) => <LineEnd {...part} line={line} /> },
  ];
  return (
    <Card>
      <h2>{t('organise.budget')}</h2>
      <Standing budget={budget} />
      {budget.lines.length === 0 ? (
        <SoftText>{t('organise.noLines')}</SoftText>
      ) : (
        <>
          <SpendingPlot budget={budget} />
          <DataTable caption={t('organise.budget')} columns={columns} rows={budget.lines} keyOf={({ id }) => id} />
        </>
      )}
      <FormAction
        viewerActions={organising.viewerActions}
        action="PLAN"
        label={t('organise.addLine')}
        initial={lineValues(undefined, '')}
        onRun={(values) => add({ input: { activityId: activity.id, ...readLine(values, '') } })}
        onDone={onChange}
      >
        <LineFields prefix="" />
      </FormAction>
    </Card>
  );
}

type BudgetProps = { readonly budget: ShownOrganising['budget'] };

/** How much may still be spent, said before anybody writes down more. */
function Standing({ budget }: BudgetProps): ReactElement {
  const { t, language } = useTexts();
  const { approvedAmount, allowedAmount, expectedExpense } = budget;
  const show = (amount: number | null | undefined): string | undefined =>
    amount == null ? undefined : formatAmount(amount, language);
  return (
    <>
      {budget.state === 'NOT_APPROVED' && <Notice>{t('organise.notApproved')}</Notice>}
      {budget.state === 'ABOVE_APPROVED' && (
        <Notice tone="warn">{t('organise.above', { amount: show(allowedAmount ?? 0) })}</Notice>
      )}
      <Facts
        facts={[
          { name: t('organise.asked2'), value: show(budget.askedAmount) },
          { name: t('organise.approved'), value: show(approvedAmount) },
          { name: t('organise.allowed'), value: show(allowedAmount) },
          { name: t('organise.expected'), value: show(expectedExpense) },
          {
            name: t('organise.remaining'),
            value: allowedAmount == null ? undefined : show(Math.max(0, allowedAmount - expectedExpense)),
          },
          { name: t('organise.income'), value: show(budget.plannedIncome) },
        ]}
      />
    </>
  );
}

function SpendingPlot({ budget }: BudgetProps): ReactElement {
  const { t } = useTexts();
  const point = (kind: BudgetLineKind, show: 'planned' | 'actual', value: number) => ({
    key: `${kind}-${show}`,
    label: `${t(`organise.kinds.${kind}`)}: ${t(`organise.${show}`)}`,
    figure: { value: value / 100, suppressed: false },
  });
  return (
    <FigurePlot
      caption={t('organise.budgetPlot')}
      threshold={0}
      points={[
        point('EXPENSE', 'planned', budget.plannedExpense),
        point('EXPENSE', 'actual', budget.actualExpense),
        point('INCOME', 'planned', budget.plannedIncome),
        point('INCOME', 'actual', budget.actualIncome),
      ]}
    />
  );
}

function LineEnd({ organising, onChange, line }: PartProps & { readonly line: ShownLine }): ReactElement {
  const { t } = useTexts();
  const edit = useAction(editBudgetLineDocument, (data) => data.editBudgetLine);
  const remove = useAction(removeBudgetLineDocument, (data) => data.removeBudgetLine);
  const shared = { viewerActions: organising.viewerActions, action: 'PLAN', look: 'quiet', onDone: onChange } as const;
  return (
    <Cluster>
      <span>{line.receiptNote}</span>
      <FormAction
        {...shared}
        label={t('organise.editLine')}
        initial={lineValues(line, 'changes.')}
        onRun={(values) => edit({ input: { lineId: line.id, changes: readLine(values, 'changes.') } })}
      >
        <LineFields prefix="changes." />
      </FormAction>
      <ActionButton {...shared} label={t('organise.removeLine')} onRun={() => remove({ input: { lineId: line.id } })} />
    </Cluster>
  );
}

function LineFields({ prefix }: { readonly prefix: string }): ReactElement {
  const { t } = useTexts();
  const kinds = (['EXPENSE', 'INCOME'] as const).map((kind) => ({ value: kind, label: t(`organise.kinds.${kind}`) }));
  const hint = t('organise.amountHint');
  return (
    <>
      <RadioField name={`${prefix}kind`} label={t('organise.kind')} options={kinds} />
      <TextField name={`${prefix}title`} label={t('organise.line')} />
      <TextField name={`${prefix}planned`} label={t('organise.planned')} hint={hint} />
      <TextField name={`${prefix}actual`} label={t('organise.actual')} hint={hint} />
      <TextField name={`${prefix}receiptNote`} label={t('organise.receipt')} />
    </>
  );
}

const newLine = { kind: 'EXPENSE', title: '', planned: null, actual: null, receiptNote: '' };

function lineValues(line: ShownLine | undefined, prefix: string): Values {
  const { kind, title, planned, actual, receiptNote } = line ?? newLine;
  return {
    [`${prefix}kind`]: kind,
    [`${prefix}title`]: title,
    [`${prefix}planned`]: planned == null ? '' : amountText(planned),
    [`${prefix}actual`]: actual == null ? '' : amountText(actual),
    [`${prefix}receiptNote`]: receiptNote,
  };
}

function readLine(values: Values, prefix: string) {
  const text = (name: string): string => values[`${prefix}${name}`] ?? '';
  const kind: BudgetLineKind = text('kind') === 'INCOME' ? 'INCOME' : 'EXPENSE';
  const actual = text('actual').trim();
  return {
    kind,
    title: text('title'),
    planned: readAmount(text('planned')),
    actual: actual === '' ? null : readAmount(actual),
    receiptNote: text('receiptNote'),
  };
}
