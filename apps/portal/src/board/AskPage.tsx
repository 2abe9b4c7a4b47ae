import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  EmptyState,
  Form,
  fromCampusInput,
  Notice,
  Page,
  QueryView,
  SelectField,
  SignedIn,
  Stack,
  TextAreaField,
  TextField,
  toCampusInput,
  useForm,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { keepDraft, recallDraft, type KeptDraft } from './ask-draft.js';
import { draftDocument } from './board-actions.js';
import { helpKinds, helpLanguages, oneOf } from './kinds.js';

export { words } from './words.js';

const askerDocument = graphql(`
  query HelpAsker {
    viewer {
      subject
      member {
        id
      }
      helpDesk {
        kinds
        credits {
          promisable
        }
      }
    }
  }
`);

/** Asks for help: what is typed stays on this device until it is kept as a draft. */
export function AskPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')}>
      <SignedIn>
        <Asker />
      </SignedIn>
    </Page>
  );
}

function Asker(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(askerDocument, {});
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => !viewer.helpDesk || !viewer.member}
      empty={
        <EmptyState picture="door" title={t('board.members')}>
          {t('board.membersLead')}
        </EmptyState>
      }
    >
      {({ viewer: { member, helpDesk } }) =>
        member &&
        helpDesk && <AskForm memberId={member.id} kinds={helpDesk.kinds} promisable={helpDesk.credits.promisable} />
      }
    </QueryView>
  );
}

type Found = { readonly phrases: readonly string[]; readonly canConfirm: boolean };

const weekMs = 7 * 86_400_000;
const kindWanted = { __typename: 'ValidationError' as const, fields: [{ path: 'kind', rule: 'REQUIRED' as const }] };

function useAskForm(memberId: string) {
  const { language } = useTexts();
  const { campusZone } = useWebConfig();
  const navigate = useNavigate();
  const [found, setFound] = useState<Found>();
  const draft = useAction(draftDocument, (data) => data.draftHelpRequest);
  const [initial] = useState(() => ({
    kind: '',
    title: '',
    words: '',
    language: oneOf(helpLanguages, language) ?? 'en',
    place: '',
    windowFrom: '',
    windowTo: '',
    helpersWanted: '1',
    credits: '0',
    deadline: toCampusInput(new Date(Date.now() + weekMs).toISOString(), campusZone),
    ...recallDraft(memberId),
    // What was stated of other words does not hold for these.
    isOwnWork: false,
  }));
  const form = useForm({
    initial,
    submit: async (values, idempotencyKey) => {
      const kind = oneOf(helpKinds, values.kind);
      if (kind === undefined) return { result: kindWanted };
      const outcome = await draft({ input: { ...toInput(values, campusZone), kind, idempotencyKey } });
      setFound(outcome.result?.__typename === 'AssessedWorkError' ? outcome.result : undefined);
      return outcome;
    },
    onDone: (result) => {
      if (result.__typename !== 'DraftHelpRequestSuccess') return;
      keepDraft(memberId, undefined);
      void navigate({ to: '/board/$requestId', params: { requestId: result.request.id } });
    },
  });
  return { form, found };
}

function AskForm({
  memberId,
  kinds,
  promisable,
}: {
  readonly memberId: string;
  readonly kinds: readonly string[];
  readonly promisable: number;
}): ReactElement {
  const { t } = useTexts();
  const { form, found } = useAskForm(memberId);
  const { values } = form;
  useEffect(() => keepDraft(memberId, values as KeptDraft), [memberId, values]);
  return (
    <Stack>
      <Notice>{t('ask.noMarkedWork')}</Notice>
      <Card>
        <Form form={form} submitLabel={t('ask.look')}>
          <SelectField
            name="kind"
            label={t('board.kind')}
            options={helpKinds
              .filter((kind) => kinds.includes(kind))
              .map((value) => ({ value, label: t(`helpKind.${value}`) }))}
          />
          <TextField name="title" label={t('ask.titleField')} />
          <TextAreaField name="words" label={t('ask.words')} hint={t('ask.wordsHint')} />
          <SelectField
            name="language"
            label={t('board.language')}
            options={helpLanguages.map((value) => ({ value, label: t(`helpLanguage.${value}`) }))}
          />
          <TextField name="place" label={t('ask.place')} hint={t('ask.placeHint')} />
          <TextField name="windowFrom" label={t('ask.windowFrom')} type="datetime-local" />
          <TextField name="windowTo" label={t('ask.windowTo')} type="datetime-local" />
          <TextField name="helpersWanted" label={t('ask.helpersWanted')} type="number" />
          <TextField
            name="credits"
            label={t('ask.credits')}
            hint={t('ask.creditsHint', { count: promisable })}
            type="number"
          />
          <TextField name="deadline" label={t('ask.deadline')} hint={t('ask.deadlineHint')} type="datetime-local" />
          {found && <FoundPhrases found={found} />}
        </Form>
      </Card>
    </Stack>
  );
}

/** What reads like marked work, and where it may be innocent, the way to say so. */
function FoundPhrases({ found }: { readonly found: Found }): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone={found.canConfirm ? 'warn' : 'danger'}>
      <p>{t(found.canConfirm ? 'ask.doubtful' : 'ask.refused')}</p>
      <ul>
        {found.phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
      {found.canConfirm && <CheckboxField name="isOwnWork" label={t('ask.isOwnWork')} />}
    </Notice>
  );
}

type AskValues = Readonly<
  Record<'kind' | 'title' | 'words' | 'language' | 'place' | 'windowFrom' | 'windowTo', string>
> &
  Readonly<Record<'helpersWanted' | 'credits' | 'deadline', string>> & { readonly isOwnWork: boolean };

function toInput(values: AskValues, zone: string) {
  return {
    ...values,
    windowFrom: fromCampusInput(values.windowFrom, zone),
    windowTo: fromCampusInput(values.windowTo, zone),
    helpersWanted: wholeOf(values.helpersWanted),
    credits: wholeOf(values.credits),
    deadline: fromCampusInput(values.deadline, zone) ?? new Date(0).toISOString(),
  };
}

/** What is no whole number becomes one that the service refuses, with the field named. */
function wholeOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1;
}
