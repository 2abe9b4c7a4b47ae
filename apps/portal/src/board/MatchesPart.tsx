import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { thankDocument, unmatchDocument } from './course-actions.js';
import type { RequestPartProps, ShownRequest } from './request-document.js';

/** Who helps, how those matched reach each other, and thanks. */
export function MatchesPart({ request, onChange }: RequestPartProps): ReactElement | null {
  const { t } = useTexts();
  if (request.matches.length === 0) return null;
  return (
    <Card>
      <h2>{t('matches.title')}</h2>
      <Rows>
        {request.matches.map((match) => (
          <Row key={match.id}>
            <Match match={match} onChange={onChange} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

type MatchProps = { readonly match: ShownRequest['matches'][number]; readonly onChange: () => void };

function Match({ match, onChange }: MatchProps): ReactElement {
  const { t } = useTexts();
  const unmatch = useAction(unmatchDocument, (data) => data.unmatchHelp);
  const thank = useAction(thankDocument, (data) => data.thankHelper);
  const { id: matchId, viewerActions, contact, thanks } = match;
  const shared = { viewerActions, onDone: onChange };
  return (
    <>
      <div>
        <PersonLink member={match.helper} />
        {contact && <SoftText>{t('matches.contact', { contact })}</SoftText>}
        {thanks && (
          <>
            <SoftText isSmall>{t('matches.thanks')}</SoftText>
            <Prose>{thanks}</Prose>
          </>
        )}
      </div>
      <Cluster>
        <FormAction
          {...shared}
          action="THANK"
          look="primary"
          label={t('matches.thank')}
          lead={t('matches.thankLead')}
          initial={{ words: '' }}
          onRun={({ words }) => thank({ input: { matchId, words } })}
        >
          <TextAreaField name="words" label={t('matches.thankWords')} rows={3} />
        </FormAction>
        <ActionButton
          {...shared}
          action="UNMATCH"
          label={t('matches.unmatch')}
          confirm={{ title: t('matches.unmatch'), body: t('matches.unmatchLead') }}
          onRun={() => unmatch({ input: { matchId } })}
        />
      </Cluster>
    </>
  );
}
