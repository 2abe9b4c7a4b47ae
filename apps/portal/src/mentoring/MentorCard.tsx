import type { ReactElement } from 'react';
import { Card, PersonChip, SoftText, StatusBadge, TextAreaField, Cluster, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { useLanguageName } from './use-language-name.js';
import { askDocument } from './mentor-actions.js';
import type { FoundMentor } from './mentor-documents.js';

/** A mentor, with the reasons that speak for them, and the way to ask. */
export function MentorCard({
  offer,
  onChange,
}: {
  readonly offer: FoundMentor;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const languageName = useLanguageName();
  const ask = useAction(askDocument, (data) => data.askMentor);
  const { id: offerId, mentor, topics, courses, languages, about, reasons, viewerActions } = offer;
  return (
    <Card as="article">
      <h3>
        <PersonChip name={mentor?.displayName} detail={topics.join(' · ')} />
      </h3>
      <Prose>{about}</Prose>
      <SoftText isSmall>{[...courses, ...languages.map(languageName)].join(' · ')}</SoftText>
      {reasons.length > 0 && (
        <Cluster>
          {reasons.map(({ kind, about: what }) => (
            <StatusBadge key={`${kind}${what ?? ''}`} tone="info">
              {t(`mentorReason.${kind}`, { about: kind === 'LANGUAGE' ? languageName(what ?? '') : (what ?? '') })}
            </StatusBadge>
          ))}
        </Cluster>
      )}
      <FormAction
        viewerActions={viewerActions}
        action="ASK"
        label={t('mentoring.ask')}
        lead={t('mentoring.askLead')}
        initial={{ line: '' }}
        onRun={({ line }, idempotencyKey) => ask({ input: { offerId, line, idempotencyKey } })}
        onDone={onChange}
      >
        <TextAreaField name="line" label={t('mentoring.line')} rows={3} />
      </FormAction>
    </Card>
  );
}
