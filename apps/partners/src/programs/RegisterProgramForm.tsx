import type { ReactElement } from 'react';
import { CheckboxesField, Form, TextField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { MadeSecret } from '../department/use-secret.js';
import type { ApiScope, SecretKeeper } from '../generated/graphql.js';
import { RegisterApiClientDocument } from '../generated/graphql.js';

const scopes: readonly ApiScope[] = ['REFERRALS_READ', 'REFERRALS_ANSWER', 'STATUS_READ', 'WEBHOOKS_MANAGE'];

/** The department, who keeps secrets, and what to do once a program is registered; without a secret the university has it. */
export type RegisterProgramFormProps = {
  readonly departmentId: string;
  readonly keeper: SecretKeeper;
  readonly onDone: (made: MadeSecret | undefined) => void;
};

/** Registers a program by name, with what it may do. */
export function RegisterProgramForm({ departmentId, keeper, onDone }: RegisterProgramFormProps): ReactElement {
  const { t } = useTexts();
  const register = useGraphMutation(RegisterApiClientDocument);
  const initial: { name: string; clientId: string; scopes: readonly string[] } = { name: '', clientId: '', scopes: [] };
  const form = useForm({
    initial,
    submit: async (values) => {
      const input = {
        departmentId,
        name: values.name,
        scopes: scopes.filter((scope) => values.scopes.includes(scope)),
        clientId: keeper === 'UNIVERSITY' ? values.clientId : undefined,
      };
      const { data, problem } = await register({ input });
      return { result: data?.registerApiClient, problem };
    },
    onDone: (result) => {
      form.change('name', '');
      form.change('clientId', '');
      form.change('scopes', []);
      if (result.__typename !== 'RegisterApiClientSuccess') return;
      onDone(result.secret ? { id: result.client.clientId, secret: result.secret } : undefined);
    },
  });
  return (
    <Form form={form} submitLabel={t('program.register')}>
      <TextField name="name" label={t('program.name')} hint={t('program.nameHint')} />
      {keeper === 'UNIVERSITY' && (
        <TextField name="clientId" label={t('program.clientId')} hint={t('program.clientIdHint')} />
      )}
      <CheckboxesField
        name="scopes"
        label={t('program.scopes')}
        options={scopes.map((scope) => ({ value: scope, label: t(`program.scopeMeans.${scope}`) }))}
      />
    </Form>
  );
}
