import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Form,
  Notice,
  Page,
  RadioField,
  SignedIn,
  SoftText,
  TextAreaField,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  type FormState,
} from '@guildhall/ui';
import type { CaseMatter } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';

const nameDocument = graphql(`
  query MyName {
    viewer {
      subject
      member {
        id
        displayName
      }
    }
  }
`);

const openDocument = withFaults(
  graphql(`
    mutation OpenCase($input: OpenCaseInput!) {
      openCase(input: $input) {
        __typename
        ... on OpenCaseSuccess {
          case {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

const matters = [
  'HOUSING',
  'ACADEMIC',
  'MONEY',
  'COMPLAINT',
  'MISCONDUCT',
  'OTHER',
] as const satisfies readonly CaseMatter[];

/** Opens a case in three plain steps: what it is about, what happened, who else is in it. */
export function OpenCasePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('open.title')} lead={t('open.lead')}>
      <SignedIn>
        <OpenCase />
      </SignedIn>
    </Page>
  );
}

function OpenCase(): ReactElement {
  const { data, problem } = useGraphQuery(nameDocument, {});
  if (data === undefined && problem === undefined) return <></>;
  return <OpenCaseForm name={data?.viewer.member?.displayName ?? ''} />;
}

function OpenCaseForm({ name }: { readonly name: string }): ReactElement {
  const navigate = useNavigate();
  const open = useAction(openDocument, (data) => data.openCase);
  const form = useForm({
    initial: { matter: 'HOUSING', narrative: '', isInDanger: 'no', otherParties: '', contactName: name },
    submit: ({ matter, narrative, isInDanger, otherParties, contactName }, idempotencyKey) =>
      open({
        input: {
          matter: matters.find((each) => each === matter) ?? 'OTHER',
          narrative,
          isInDanger: isInDanger === 'yes',
          contactName,
          otherParties: otherParties
            .split('\n')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
          idempotencyKey,
        },
      }),
    onDone: (result) => {
      if (result.__typename === 'OpenCaseSuccess')
        void navigate({ to: '/help/$caseId', params: { caseId: result.case.id } });
    },
  });
  return <CaseSteps form={form} />;
}

const steps = [MatterStep, NarrativeStep, PeopleStep] as const;

function CaseSteps({ form }: { readonly form: FormState }): ReactElement {
  const { t } = useTexts();
  const [step, setStep] = useState(0);
  // A refusal may concern any step, so all of them are shown with their problems.
  const isRefused = form.outcome?.result?.fields !== undefined;
  const shown = isRefused ? steps : steps.slice(step, step + 1);
  const isLast = shown.at(-1) === steps.at(-1);
  const back = shown[0] !== steps[0] && <Button onPress={() => setStep(step - 1)}>{t('open.back')}</Button>;
  return (
    <Card>
      <SoftText>{t('open.step', { step: step + 1, of: steps.length })}</SoftText>
      <Form
        form={isLast ? form : { ...form, submit: async () => setStep(step + 1) }}
        submitLabel={isLast ? t('open.send') : t('open.next')}
        secondary={back}
      >
        {shown.map((Step) => (
          <Step key={steps.indexOf(Step)} />
        ))}
      </Form>
    </Card>
  );
}

function MatterStep(): ReactElement {
  const { t } = useTexts();
  const options = matters.map((value) => ({ value, label: t(`matter.${value}`) }));
  return <RadioField name="matter" label={t('open.matter')} options={options} />;
}

function PeopleStep(): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name="contactName" label={t('open.contactName')} hint={t('open.contactNameHint')} />
      <TextAreaField
        name="otherParties"
        label={t('open.otherParties')}
        hint={t('open.otherPartiesHint')}
        rows={3}
        isOptional
      />
      <Notice>{t('open.sealed')}</Notice>
    </>
  );
}

function NarrativeStep(): ReactElement {
  const { t } = useTexts();
  const answers = ['no', 'yes'].map((value) => ({ value, label: t(`caseTold.danger.${value}`) }));
  return (
    <>
      <TextAreaField name="narrative" label={t('open.narrative')} hint={t('open.narrativeHint')} rows={9} />
      <RadioField
        name="isInDanger"
        label={t('caseTold.danger.ask')}
        hint={t('caseTold.danger.hint')}
        options={answers}
      />
    </>
  );
}
