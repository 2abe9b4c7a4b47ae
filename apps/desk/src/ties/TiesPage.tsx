import {
  Card,
  DateTimeText,
  Form,
  Page,
  QueryView,
  SelectField,
  SkeletonList,
  SoftText,
  Stack,
  TextField,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { DeclaredTieKind } from '../generated/ties/graphql.js';
import { CaseTiesDocument, DeclareCaseTieDocument } from '../generated/ties/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';

export { words } from '../file-side/words.js';

const kinds: readonly DeclaredTieKind[] = ['SELF', 'FRIEND', 'HOUSEMATE', 'COURSE', 'FAMILY', 'OTHER'];

/** Whom one knows, so that no case with that name ever comes to one. Names are not kept and not shown again. */
export function TiesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('ties.title')} lead={t('ties.lead')}>
      <ForRoles roles={pageRoles.ties}>{() => <Ties />}</ForRoles>
    </Page>
  );
}

function Ties(): ReactElement {
  const { t } = useTexts();
  const [declared, setDeclared] = useState(0);
  const query = useGraphQuery(CaseTiesDocument, {});
  return (
    <Stack gap="large">
      <Card>
        <h2>{t('ties.declare')}</h2>
        <TieForm
          key={declared}
          onDone={() => {
            setDeclared(declared + 1);
            query.reload();
          }}
        />
      </Card>
      <QueryView query={query} skeleton={<SkeletonList height="6rem" />}>
        {({ viewer: { caseTies } }) => (
          <Card>
            <h2>{t('ties.known', { count: caseTies.length })}</h2>
            {caseTies.length === 0 && <SoftText>{t('ties.none')}</SoftText>}
            {caseTies.map(({ id, kind, declaredAt }) => (
              <p key={id}>
                {t(`declaredTie.${kind}`)} · <DateTimeText instant={declaredAt} show="day" />
              </p>
            ))}
          </Card>
        )}
      </QueryView>
    </Stack>
  );
}

function TieForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const declare = useGraphMutation(DeclareCaseTieDocument);
  const initial: { readonly name: string; readonly kind: DeclaredTieKind } = { name: '', kind: 'FRIEND' };
  const form = useForm({
    initial,
    submit: async ({ name, kind }) => {
      const { data, problem } = await declare({ input: { name, kind } });
      return { result: data?.declareCaseTie, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('ties.save')}>
      <TextField name="name" label={t('ties.name')} hint={t('ties.nameHint')} />
      <SelectField
        name="kind"
        label={t('ties.kind')}
        options={optionsFrom(kinds, (each) => t(`declaredTie.${each}`))}
      />
    </Form>
  );
}
