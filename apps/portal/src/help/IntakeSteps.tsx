import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Form,
  Notice,
  RadioField,
  SignedIn,
  SoftText,
  TextAreaField,
  TextField,
  useTexts,
  type FormState,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { matters } from './intake-documents.js';

type StepProps = { readonly form: FormState };

const steps = [KindStep, MatterStep, NarrativeStep, PeopleStep, ReachStep, CheckStep] as const;

/** The intake in plain steps, one at a time; where something was refused, all of them with their problems. */
export function IntakeSteps({ form }: StepProps): ReactElement {
  const { t } = useTexts();
  const [step, setStep] = useState(0);
  const needsSignIn = step > 0 && form.values['kind'] === 'NAMED';
  const fields = <StepForm {...{ form, step }} onStep={setStep} />;
  return (
    <Card>
      <SoftText>{t('open.step', { step: step + 1, of: steps.length })}</SoftText>
      {needsSignIn ? <SignedIn>{fields}</SignedIn> : fields}
    </Card>
  );
}

function StepForm({
  form,
  step,
  onStep,
}: StepProps & { readonly step: number; readonly onStep: (step: number) => void }): ReactElement {
  const { t } = useTexts();
  const { result } = form.outcome ?? {};
  // A refusal may concern any step, so all of them are shown with their problems.
  const shown = result?.fields === undefined ? steps.slice(step, step + 1) : steps;
  const isLast = shown.at(-1) === steps.at(-1);
  const isFull = result?.__typename === 'LimitReachedError';
  const quiet = isFull ? { ...form, outcome: undefined } : form;
  const back = shown[0] !== steps[0] && <Button onPress={() => onStep(step - 1)}>{t('open.back')}</Button>;
  return (
    <Form
      form={isLast ? quiet : { ...form, submit: async () => onStep(step + 1) }}
      submitLabel={isLast ? t('open.send') : t('open.next')}
      secondary={back}
    >
      {shown.map((Step) => (
        <Step key={steps.indexOf(Step)} form={form} />
      ))}
      {isFull && <Notice tone="warn">{t('intake.full')}</Notice>}
    </Form>
  );
}

function KindStep(): ReactElement {
  const { t } = useTexts();
  const options = ['NAMED', 'ANONYMOUS'].map((value) => ({ value, label: t(`intake.kind.${value}`) }));
  return (
    <>
      <RadioField name="kind" label={t('intake.kindLabel')} hint={t('intake.kindHint')} options={options} />
      <SoftText isSmall>{t('intake.informal')}</SoftText>
    </>
  );
}

function MatterStep(): ReactElement {
  const { t } = useTexts();
  const options = matters.map((value) => ({ value, label: t(`matter.${value}`) }));
  return <RadioField name="matter" label={t('open.matter')} options={options} />;
}

function NarrativeStep(): ReactElement {
  const { t } = useTexts();
  const answers = ['no', 'yes'].map((value) => ({ value, label: t(`open.danger.${value}`) }));
  return (
    <>
      <TextAreaField name="narrative" label={t('open.narrative')} hint={t('open.narrativeHint')} rows={9} />
      <RadioField name="isInDanger" label={t('open.danger.ask')} hint={t('open.danger.hint')} options={answers} />
    </>
  );
}

function PeopleStep(): ReactElement {
  const { t } = useTexts();
  return (
    <TextAreaField
      name="otherParties"
      label={t('open.otherParties')}
      hint={t('open.otherPartiesHint')}
      rows={3}
      isOptional
    />
  );
}

function ReachStep({ form }: StepProps): ReactElement {
  const { t } = useTexts();
  if (form.values['kind'] === 'ANONYMOUS') return <Notice>{t('intake.byCode')}</Notice>;
  return (
    <>
      <TextField
        name="contactName"
        label={t('open.contactName')}
        hint={t('open.contactNameHint')}
        autoComplete="name"
      />
      <Notice>{t('intake.byInbox')}</Notice>
    </>
  );
}

function CheckStep({ form: { values } }: StepProps): ReactElement {
  const { t } = useTexts();
  const isNamed = values['kind'] === 'NAMED';
  return (
    <>
      <h2>{t('intake.check')}</h2>
      <Facts
        facts={[
          { name: t('intake.kindLabel'), value: t(`intake.kind.${String(values['kind'])}`) },
          { name: t('open.matter'), value: t(`matter.${String(values['matter'])}`) },
          { name: t('open.narrative'), value: <Prose>{String(values['narrative'])}</Prose> },
          { name: t('open.otherParties'), value: String(values['otherParties']) },
          { name: t('open.contactName'), value: isNamed ? String(values['contactName']) : '' },
        ]}
      />
      <Notice>{t(isNamed ? 'open.sealed' : 'intake.sealed')}</Notice>
    </>
  );
}
