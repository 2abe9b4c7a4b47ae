import type { ReactElement } from 'react';
import { Cluster, DateTimeText, Notice, SoftText, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { appealDocument } from './candidacy-documents.js';
import type { CandidacyProps } from './CandidacyCard.js';

/** Why somebody may not stand, and the appeal against it: its form, or how it went. */
export function RefusalPart({ candidacy, onChange }: CandidacyProps): ReactElement | null {
  const { t } = useTexts();
  const appealAgainst = useAction(appealDocument, (data) => data.appealCandidacy);
  const { id, status, statusReason, appeal, viewerActions } = candidacy;
  const isRefused = status === 'INELIGIBLE' || status === 'DISQUALIFIED';
  if (!isRefused && !appeal) return null;
  return (
    <>
      {isRefused && statusReason && (
        <Notice tone="warn">
          <strong>{t('candidacy.reason')}</strong>
          <Prose>{statusReason}</Prose>
        </Notice>
      )}
      {appeal && (
        <section>
          <h3>{t('candidacy.yourAppeal')}</h3>
          <SoftText isSmall>
            <DateTimeText instant={appeal.madeAt} />
          </SoftText>
          <Prose>{appeal.text}</Prose>
          <p>
            <strong>{t(appealWord(appeal.isGranted))}</strong>
          </p>
          {appeal.reason && <Prose>{appeal.reason}</Prose>}
        </section>
      )}
      {viewerActions.includes('APPEAL') && (
        <Cluster>
          <FormAction
            viewerActions={viewerActions}
            action="APPEAL"
            label={t('candidacy.appeal')}
            lead={t('candidacy.appealLead')}
            initial={{ text: '' }}
            onRun={({ text }) => appealAgainst({ input: { candidateId: id, text } })}
            onDone={onChange}
          >
            <TextAreaField name="text" label={t('candidacy.appealText')} rows={7} />
          </FormAction>
        </Cluster>
      )}
    </>
  );
}

function appealWord(isGranted: boolean | null | undefined): string {
  if (isGranted == null) return 'candidacy.appealOpen';
  return isGranted ? 'candidacy.appealGranted' : 'candidacy.appealDismissed';
}
