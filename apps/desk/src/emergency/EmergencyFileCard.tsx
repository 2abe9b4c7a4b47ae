import { Card, EmptyState, QueryView, Skeleton, SoftText, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { Messages } from '../case/Messages.js';
import { EmergencyFileDocument } from '../generated/emergency/graphql.js';

/** The words of the case, to read only; each reading stands in the student's record before it is shown. */
export function EmergencyFileCard({ accessId }: { readonly accessId: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(EmergencyFileDocument, { id: accessId });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="20rem" />}
      isEmpty={({ emergencyAccess }) => !emergencyAccess?.file}
      empty={<EmptyState title={t('emergency.missing')}>{t('emergency.missingLead')}</EmptyState>}
    >
      {({ emergencyAccess }) => {
        const file = emergencyAccess?.file;
        if (!file) return null;
        const student = file.contactName ?? t('case.erasedName');
        return (
          <Card>
            <h2>{student}</h2>
            <h3>{t('case.narrative')}</h3>
            <p>{file.narrative ?? t('case.erasedWords')}</p>
            {(file.otherParties ?? []).length > 0 && (
              <SoftText>
                {t('case.otherParties', { names: (file.otherParties ?? []).join(t('case.listSeparator')) })}
              </SoftText>
            )}
            {typeof file.outcomeSummary === 'string' && (
              <>
                <h3>{t('case.outcome')}</h3>
                <p>{file.outcomeSummary}</p>
              </>
            )}
            <h3>{t('emergency.messages')}</h3>
            <Messages nodes={file.messages.edges.map(({ node }) => node)} student={student} />
          </Card>
        );
      }}
    </QueryView>
  );
}
