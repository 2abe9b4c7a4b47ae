import {
  Card,
  Form,
  Notice,
  Page,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import { caseMatters } from '../case/case-matters.js';
import type { AuthorityBasis } from '../generated/on-behalf/graphql.js';
import { OpenCaseOnBehalfDocument } from '../generated/on-behalf/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';

export { words } from './words.js';

const bases: readonly AuthorityBasis[] = ['IN_PERSON', 'PHONE', 'WRITTEN'];

/** Opens a case for a student who asked a case worker for it, with how they asked. */
export function OnBehalfPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('intake.onBehalf')} lead={t('intake.onBehalfLead')}>
      <ForRoles roles={pageRoles.refer}>{() => <OnBehalf />}</ForRoles>
    </Page>
  );
}

function OnBehalf(): ReactElement {
  const { t } = useTexts();
  const [opened, setOpened] = useState(0);
  return (
    <>
      {opened > 0 && <Notice tone="good">{t('intake.onBehalfDone')}</Notice>}
      <OnBehalfForm key={opened} onDone={() => setOpened(opened + 1)} />
    </>
  );
}

function OnBehalfForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const open = useGraphMutation(OpenCaseOnBehalfDocument);
  const form = useForm({
    initial: { subject: '', basis: 'IN_PERSON', matter: '', narrative: '', contactName: '', otherParties: '' },
    submit: async ({ basis, matter, otherParties, ...values }, idempotencyKey) => {
      const { data, problem } = await open({
        input: {
          ...values,
          basis: bases.find((one) => one === basis) ?? 'IN_PERSON',
          matter: caseMatters.find((one) => one === matter) ?? 'OTHER',
          otherParties: otherParties
            .split('\n')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
          idempotencyKey,
        },
      });
      return { result: data?.openCaseOnBehalf, problem };
    },
    onDone,
  });
  return (
    <Card>
      <Form form={form} submitLabel={t('intake.onBehalfSend')}>
        <TextField name="subject" label={t('intake.subject')} hint={t('intake.subjectHint')} />
        <RadioField
          name="basis"
          label={t('intake.basisLabel')}
          options={bases.map((value) => ({ value, label: t(`intake.basis.${value}`) }))}
        />
        <SelectField
          name="matter"
          label={t('intake.matter')}
          options={caseMatters.map((value) => ({ value, label: t(`matter.${value}`) }))}
        />
        <TextAreaField name="narrative" label={t('intake.narrative')} hint={t('intake.narrativeHint')} rows={8} />
        <TextField name="contactName" label={t('intake.contactName')} />
        <TextAreaField name="otherParties" label={t('intake.otherParties')} rows={3} isOptional />
      </Form>
    </Card>
  );
}
