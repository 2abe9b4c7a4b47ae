import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { Page, useForm, useGraphQuery, useSession, useTexts, type Outcome } from '@guildhall/ui';
import type { OpenAnonymousCaseMutation, OpenCaseMutation } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { ReceiptCode } from '../receipt/ReceiptCode.js';
import { receiptWords } from '../receipt/words.js';
import { caseWords } from './case-words.js';
import { intakeWords } from './intake/intake-words.js';
import { IntakeSteps } from './IntakeSteps.js';
import { matters, nameDocument, openAnonymousDocument, openDocument } from './intake-documents.js';

/** The words of this page and of what it shows. */
export const words = [...caseWords, ...intakeWords, ...receiptWords];

type Opened = OpenCaseMutation['openCase'] | OpenAnonymousCaseMutation['openAnonymousCase'];

/** Opens a case in plain steps, with a name or without one; without one it ends at the code that leads back. */
export function OpenCasePage(): ReactElement {
  const { t } = useTexts();
  const { session, state } = useSession();
  const [code, setCode] = useState<string>();
  useEffect(() => {
    void session.getAccessToken();
  }, [session]);
  return (
    <Page
      title={code === undefined ? t('open.title') : t('intake.opened')}
      lead={code === undefined ? t('intake.lead') : undefined}
    >
      {code !== undefined && <ReceiptCode code={code} lead={t('intake.codeLead')} />}
      {code === undefined && state.status !== 'starting' && <OpenCase onCode={setCode} />}
    </Page>
  );
}

function OpenCase({ onCode }: { readonly onCode: (code: string) => void }): ReactElement {
  const { data, problem } = useGraphQuery(nameDocument, {});
  if (data === undefined && problem === undefined) return <></>;
  return <OpenCaseForm name={data?.viewer.member?.displayName ?? ''} onCode={onCode} />;
}

function OpenCaseForm({
  name,
  onCode,
}: {
  readonly name: string;
  readonly onCode: (code: string) => void;
}): ReactElement {
  const navigate = useNavigate();
  const open = useAction(openDocument, (data) => data.openCase);
  const openAnonymous = useAction(openAnonymousDocument, (data) => data.openAnonymousCase);
  const form = useForm({
    initial: { kind: 'NAMED', matter: 'HOUSING', narrative: '', otherParties: '', contactName: name, isInDanger: 'no' },
    submit: async ({ kind, contactName, ...values }, idempotencyKey): Promise<Outcome<Opened>> => {
      const told = {
        narrative: values.narrative,
        isInDanger: values.isInDanger === 'yes',
        matter: matters.find((each) => each === values.matter) ?? ('OTHER' as const),
        otherParties: namesOf(values.otherParties),
        idempotencyKey,
      };
      return kind === 'NAMED' ? open({ input: { ...told, contactName } }) : openAnonymous({ input: told });
    },
    onDone: (result) => {
      if (result.__typename === 'OpenAnonymousCaseSuccess') onCode(result.code);
      if (result.__typename === 'OpenCaseSuccess')
        void navigate({ to: '/help/$caseId', params: { caseId: result.case.id } });
    },
  });
  return <IntakeSteps form={form} />;
}

function namesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
