import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  Form,
  Notice,
  RadioField,
  SoftText,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import {
  askForCompanyDocument,
  companyDocument,
  withdrawCompanyDocument,
  type ShownCompany,
} from './company-documents.js';

export { words } from './words.js';

type CompanyProps = { readonly company: ShownCompany; readonly onChange: () => void };

/** Company to an activity, for members; nothing where there is none to ask for, or while this part does not answer. */
export function CompanyCard({ activityId }: { readonly activityId: string }): ReactElement | null {
  const { t } = useTexts();
  const { data, reload } = useGraphQuery(companyDocument, { id: activityId });
  const company = data?.viewer.activityCompany;
  if (!company || (company.status === 'NOT_ASKED' && company.viewerActions.length === 0)) return null;
  return (
    <Card>
      <h2>{t('company.title')}</h2>
      {company.status === 'NOT_ASKED' && <Ask company={company} onChange={reload} />}
      {company.status === 'ASKED' && <Notice>{t('company.waiting')}</Notice>}
      {company.status === 'FOUND' && <Found company={company} />}
      <Withdraw company={company} onChange={reload} />
    </Card>
  );
}

function Ask({ company: { activity }, onChange }: CompanyProps): ReactElement {
  const { t } = useTexts();
  const ask = useAction(askForCompanyDocument, (data) => data.askForCompany);
  const form = useForm({
    initial: { sizeMax: '2' },
    submit: ({ sizeMax }, idempotencyKey) =>
      ask({ input: { activityId: activity.id, sizeMax: Number(sizeMax), idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <>
      <SoftText>{t('company.lead')}</SoftText>
      <Form form={form} submitLabel={t('company.ask')} submitLook="plain">
        <RadioField
          name="sizeMax"
          label={t('company.sizeMax')}
          options={[2, 3, 4].map((count) => ({ value: String(count), label: t('company.people', { count }) }))}
        />
      </Form>
    </>
  );
}

function Found({ company: { companions, conversation } }: Pick<CompanyProps, 'company'>): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <Notice tone="good">{t('company.found', { names: companions.map(({ name }) => name).join(', ') })}</Notice>
      {conversation && (
        <Cluster>
          <Link
            className={buttonClass}
            data-look="plain"
            to="/messages/$conversationId"
            params={{ conversationId: conversation.id }}
          >
            {t('company.talk')}
          </Link>
        </Cluster>
      )}
    </>
  );
}

function Withdraw({ company: { activity, viewerActions }, onChange }: CompanyProps): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawCompanyDocument, (data) => data.withdrawCompanyAsk);
  return (
    <ActionButton
      viewerActions={viewerActions}
      action="WITHDRAW"
      look="quiet"
      label={t('company.withdraw')}
      confirm={{ title: t('company.leaveTitle'), body: t('company.leaveBody'), label: t('company.withdraw') }}
      onRun={() => withdraw({ input: { activityId: activity.id } })}
      onDone={onChange}
    />
  );
}
