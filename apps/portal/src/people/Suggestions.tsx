import type { ReactElement } from 'react';
import { ActionButton, Card, CardGrid, Cluster, SoftText, Stack, useTexts, type Translate } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { dismissDocument, type ShownSuggestion } from './people-document.js';
import { PersonLink } from './PersonLink.js';
import { TieActions } from './TieActions.js';

/** People whom the viewer may want to know, each with why. */
export function Suggestions({
  suggestions,
  onChange,
}: {
  readonly suggestions: readonly ShownSuggestion[];
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      <h2>{t('people.suggestions')}</h2>
      <SoftText>{suggestions.length === 0 ? t('people.noSuggestions') : t('people.suggestionsLead')}</SoftText>
      <CardGrid>
        {suggestions.map(
          ({ member, reasons }) =>
            member && <SuggestionCard key={member.id} member={member} reasons={reasons} onChange={onChange} />,
        )}
      </CardGrid>
    </Stack>
  );
}

type CardProps = {
  readonly member: NonNullable<ShownSuggestion['member']>;
  readonly reasons: ShownSuggestion['reasons'];
  readonly onChange: () => void;
};

function SuggestionCard({ member, reasons, onChange }: CardProps): ReactElement {
  const { t, language } = useTexts();
  const dismiss = useAction(dismissDocument, (data) => data.dismissMemberSuggestion);
  return (
    <Card as="article">
      <h3>
        <PersonLink member={member} />
      </h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.__typename}>{describeReason(t, language, reason)}</li>
        ))}
      </ul>
      <Cluster>
        <TieActions
          memberId={member.id}
          viewerActions={member.tie?.viewerActions ?? []}
          only={['REQUEST']}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={['DISMISS']}
          action="DISMISS"
          label={t('people.dismiss')}
          onRun={() => dismiss({ input: { memberId: member.id } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}

type Reason = ShownSuggestion['reasons'][number];

function describeReason(t: Translate, language: string, reason: Reason): string {
  const list = (texts: readonly string[]): string => new Intl.ListFormat(language).format(texts);
  switch (reason.__typename) {
    case 'SharedInterests':
      return t('people.reason.interests', { interests: list(reason.interests) });
    case 'SharedGroups':
      return t('people.reason.groups', { groups: list(reason.groups.map(({ name }) => name)) });
    case 'SharedProgramme':
      return t('people.reason.programme', { programme: reason.programme });
    case 'MutualConnections': {
      const names = reason.members.flatMap(({ displayName }) => displayName ?? []);
      return names.length === 0
        ? t('people.reason.mutual', { count: reason.count })
        : t('people.reason.mutualNamed', { count: reason.count, names: list(names) });
    }
  }
}
