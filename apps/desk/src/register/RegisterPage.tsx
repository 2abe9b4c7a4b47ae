import { Form, Page, Stack, TextField, useForm, useTexts } from '@guildhall/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PartLinks } from '../blocks/PartLinks.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { LifeLinks } from './LifeLinks.js';
import { MemberList } from './MemberList.js';
import type { RegisterSearch } from './register-search.js';
import { readRegisterSearch, registerStatuses } from './register-search.js';

export { words } from './words.js';

/** The register of members by state and name, with what its keeper may do to each. */
export function RegisterPage(): ReactElement {
  const { t } = useTexts();
  const address: unknown = useSearch({ strict: false });
  const search = readRegisterSearch({ ...(typeof address === 'object' ? address : undefined) });
  return (
    <Page title={t('register.title')} lead={t('register.lead')}>
      <ForRoles roles={pageRoles.register}>
        {() => (
          <Stack>
            <LifeLinks chosen="members" />
            <StatusLinks search={search} />
            <NameSearch key={search.name ?? ''} search={search} />
            <MemberList key={JSON.stringify(search)} search={search} />
          </Stack>
        )}
      </ForRoles>
    </Page>
  );
}

function StatusLinks({ search }: { readonly search: RegisterSearch }): ReactElement {
  const { t } = useTexts();
  return (
    <PartLinks
      label={t('register.byStatus')}
      parts={registerStatuses.map((status) => ({
        key: status,
        to: '/register',
        search: { ...search, status },
        label: t(`memberStatus.${status}`),
        isChosen: status === search.status,
      }))}
    />
  );
}

function NameSearch({ search }: { readonly search: RegisterSearch }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate({ from: '/register' });
  const form = useForm({
    initial: { name: search.name ?? '' },
    submit: async ({ name }) => {
      const wanted = name.trim();
      await navigate({ search: wanted === '' ? { status: search.status } : { ...search, name: wanted } });
      return {};
    },
  });
  return (
    <Form form={form} submitLabel={t('form.search')}>
      <TextField name="name" type="search" label={t('register.name')} hint={t('register.nameHint')} isOptional />
    </Form>
  );
}
