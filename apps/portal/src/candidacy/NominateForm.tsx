import { useDeferredValue, type ReactElement } from 'react';
import {
  Card,
  Form,
  QueryView,
  RadioField,
  SkeletonList,
  SoftText,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  type Translate,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { membersToNominateDocument, nominateDocument, type ShownNominations } from './nominate-documents.js';

/** Who was nominated for what; without a name it was the viewer. */
export type Nominated = { readonly key: number; readonly position: string; readonly name: string | undefined };

type FormProps = { readonly election: ShownNominations; readonly onDone: (nominated: Nominated) => void };

/** The name that goes with a member's id stands in the value itself, so that it can be said after the search has changed. */
const separator = ' ';

/** The seat, and who should have it: oneself, or a member found by name. */
export function NominateForm({ election, onDone }: FormProps): ReactElement {
  const { t } = useTexts();
  const nominate = useAction(nominateDocument, (data) => data.nominateCandidate);
  const [only, another] = election.contests;
  const form = useForm({
    initial: { contestId: another === undefined ? (only?.id ?? '') : '', who: 'self', search: '', memberId: '' },
    submit: ({ contestId, who, memberId }) =>
      nominate({ input: { contestId, ...(who === 'self' ? {} : { memberId: memberId.split(separator)[0] ?? '' }) } }),
    onDone: () => {
      const { contestId, who, memberId } = form.values;
      const contest = election.contests.find(({ id }) => id === contestId);
      const name = String(memberId).split(separator).slice(1).join(separator);
      onDone({ key: Date.now(), position: contest?.position.title ?? '', name: who === 'self' ? undefined : name });
    },
  });
  const isSelf = form.values['who'] === 'self';
  const search = String(form.values['search'] ?? '').trim();
  return (
    <Card>
      <Form form={form} submitLabel={t(isSelf ? 'candidacy.standMyself' : 'candidacy.nominateThem')}>
        <RadioField
          name="contestId"
          label={t('candidacy.forWhat')}
          options={election.contests.map((contest) => ({
            value: contest.id,
            label: contestLabel(contest, election, t),
          }))}
        />
        <RadioField
          name="who"
          label={t('candidacy.whom')}
          options={[
            { value: 'self', label: t('candidacy.myself') },
            { value: 'other', label: t('candidacy.somebody') },
          ]}
        />
        {isSelf ? (
          <SoftText>{t('candidacy.selfLead')}</SoftText>
        ) : (
          <>
            <TextField name="search" type="search" label={t('candidacy.name')} hint={t('candidacy.nameHint')} />
            <Found search={search} />
          </>
        )}
      </Form>
    </Card>
  );
}

function contestLabel(
  { position, seats, electorate }: ShownNominations['contests'][number],
  { rules }: ShownNominations,
  t: Translate,
): string {
  const needed = rules.nominators.find(({ kind }) => kind === position.kind)?.count ?? 0;
  const who = t(`candidacy.electorate.${electorate.kind}`, {
    group: electorate.group?.name,
    programme: electorate.constituency?.programme,
    year: electorate.constituency?.year,
  });
  return [
    position.title,
    t('candidacy.seats', { count: seats }),
    who,
    ...(needed > 0 ? [t('candidacy.needed', { count: needed })] : []),
  ].join(' · ');
}

const lettersMin = 2;

function Found({ search }: { readonly search: string }): ReactElement | null {
  const { t } = useTexts();
  const wanted = useDeferredValue(search);
  const query = useGraphQuery(membersToNominateDocument, { search: wanted }, { isPaused: wanted.length < lettersMin });
  if (search.length < lettersMin) return null;
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="2.75rem" />}
      isEmpty={({ members }) => (members?.edges ?? []).length === 0}
      empty={<SoftText>{t('candidacy.nobodyFound')}</SoftText>}
    >
      {({ members }) => (
        <RadioField
          name="memberId"
          label={t('candidacy.found')}
          options={(members?.edges ?? []).map(({ node: { id, displayName } }) => ({
            value: `${id}${separator}${displayName ?? ''}`,
            label: displayName ?? t('person.hiddenName'),
          }))}
        />
      )}
    </QueryView>
  );
}
