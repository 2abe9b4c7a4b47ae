import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ShownSuggestionFragment } from '../generated/common/graphql.js';
import { DismissSuggestionDocument } from '../generated/common/graphql.js';
import { RaiseForm } from './RaiseForm.js';

/** One suggestion and what follows a change. */
export type SuggestionProps = { readonly suggestion: ShownSuggestionFragment; readonly onDone: () => void };

/** A cause, a department, a rounded number of students; nothing behind it can be opened. */
export function SuggestionCard({ suggestion, onDone }: SuggestionProps): ReactElement {
  const { t } = useTexts();
  const dismiss = useGraphMutation(DismissSuggestionDocument);
  const { viewerActions } = suggestion;
  return (
    <Card as="article">
      <h3>
        {t(`cause.${suggestion.cause}`)} · {suggestion.department?.name ?? t('course.noDepartment')}
      </h3>
      <Cluster>
        <StatusBadge tone={suggestion.status === 'SUGGESTED' ? 'info' : 'neutral'}>
          {t(`suggestionStatus.${suggestion.status}`)}
        </StatusBadge>
        <strong>{t('common.students', { count: suggestion.students })}</strong>
      </Cluster>
      <SoftText isSmall>
        {t('common.countedAt')} <DateTimeText instant={suggestion.countedAt} show="day" />
      </SoftText>
      <Cluster>
        <DialogAction {...{ viewerActions }} action="RAISE" look="primary" label={t('common.raise')}>
          {(shut) => (
            <RaiseForm
              suggestion={suggestion}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
        <ActionButton
          {...{ viewerActions, onDone }}
          action="DISMISS"
          label={t('common.dismiss')}
          confirm={{ title: t('common.dismissTitle'), body: t('common.dismissBody'), label: t('common.dismissYes') }}
          onRun={async () => {
            const { data, problem } = await dismiss({ input: { suggestionId: suggestion.id } });
            return { result: data?.dismissSuggestion, problem };
          }}
        />
      </Cluster>
    </Card>
  );
}
