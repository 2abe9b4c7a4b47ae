import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  Form,
  Notice,
  Page,
  QueryView,
  RadioField,
  SelectField,
  SignedIn,
  TextAreaField,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  type FormState,
} from '@guildhall/ui';
import type { AskForMediationQuery, MediationPartyKind } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { useSearchParam } from './use-search-param.js';

export { words } from './words.js';

const knownDocument = graphql(`
  query AskForMediation {
    viewer {
      subject
      member {
        id
        displayName
      }
    }
    departments {
      id
      name
    }
  }
`);

const requestDocument = withFaults(
  graphql(`
    mutation RequestMediation($input: RequestMediationInput!) {
      requestMediation(input: $input) {
        __typename
        ... on RequestMediationSuccess {
          mediation {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

const kinds = ['STUDENT', 'STAFF_MEMBER', 'DEPARTMENT', 'COLLECTIVE'] as const satisfies readonly MediationPartyKind[];

/** Asks for mediation, about a case of one's own or about nothing but the matter itself. */
export function RequestMediationPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('mediations.ask')} lead={t('mediations.askLead')}>
      <SignedIn>
        <RequestMediation />
      </SignedIn>
    </Page>
  );
}

function RequestMediation(): ReactElement {
  const query = useGraphQuery(knownDocument, {});
  return <QueryView query={query}>{(known) => <RequestForm known={known} />}</QueryView>;
}

function RequestForm({ known }: { readonly known: AskForMediationQuery }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const caseId = useSearchParam('case');
  const request = useAction(requestDocument, (data) => data.requestMediation);
  const form = useForm({
    initial: {
      ownName: known.viewer.member?.displayName ?? '',
      isCollective: false,
      kind: 'STUDENT',
      'parties.0.name': '',
      'parties.0.departmentId': '',
      request: '',
    },
    submit: (values, idempotencyKey) => {
      const kind = kinds.find((each) => each === values.kind) ?? 'STUDENT';
      const department = { kind, departmentId: values['parties.0.departmentId'] || null };
      const party = kind === 'DEPARTMENT' ? department : { kind, name: values['parties.0.name'] };
      const { ownName, isCollective } = values;
      return request({
        input: {
          caseId: caseId || null,
          ownName,
          isCollective,
          request: values.request,
          parties: [party],
          idempotencyKey,
        },
      });
    },
    onDone: (result) => {
      if (result.__typename === 'RequestMediationSuccess')
        void navigate({ to: '/mediation/$mediationId', params: { mediationId: result.mediation.id } });
    },
  });
  return (
    <Card>
      {caseId !== '' && <Notice>{t('mediations.pauses')}</Notice>}
      <Form form={form} submitLabel={t('mediations.send')}>
        <OtherSide form={form} departments={known.departments ?? []} />
        <TextAreaField name="request" label={t('mediations.why')} hint={t('mediations.whyHint')} rows={6} />
        <TextField name="ownName" label={t('mediations.ownName')} hint={t('mediations.ownNameHint')} />
        <CheckboxField name="isCollective" label={t('mediations.isCollective')} />
        <Notice>{t('mediations.voluntary')}</Notice>
      </Form>
    </Card>
  );
}

type OtherSideProps = {
  readonly form: FormState;
  readonly departments: NonNullable<AskForMediationQuery['departments']>;
};

function OtherSide({ form, departments }: OtherSideProps): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <RadioField
        name="kind"
        label={t('mediations.otherKind')}
        options={kinds.map((value) => ({ value, label: t(`mediation.kind.${value}`) }))}
      />
      {form.values['kind'] === 'DEPARTMENT' ? (
        <SelectField
          name="parties.0.departmentId"
          label={t('mediations.whichDepartment')}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <TextField name="parties.0.name" label={t('mediations.otherName')} hint={t('mediations.otherNameHint')} />
      )}
    </>
  );
}
