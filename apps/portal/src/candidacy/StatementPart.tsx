import type { ReactElement } from 'react';
import { Cluster, DialogAction, SoftText, Stack, useTexts } from '@guildhall/ui';
import { languageName } from '../calendar/language-name.js';
import { lazyPart } from '../parts/lazy-part.js';
import { Prose } from '../parts/Rows.js';
import type { CandidacyProps } from './CandidacyCard.js';

const StatementEditor = lazyPart(() => import('./StatementEditor.js'), 'StatementEditor');

/** What the candidate says to voters, in each language as it stands, and the way to change it. */
export function StatementPart({ candidacy, onChange }: CandidacyProps): ReactElement | null {
  const { t, language } = useTexts();
  const { statements, viewerActions } = candidacy;
  const isWritable = viewerActions.includes('EDIT_STATEMENT');
  if (statements.length === 0 && !isWritable) return null;
  return (
    <section>
      <Stack gap="small">
        <h3>{t('candidacy.statement')}</h3>
        {statements.length === 0 && <SoftText>{t('candidacy.noStatement')}</SoftText>}
        {statements.map((statement) => (
          <div key={statement.language}>
            <SoftText isSmall>{languageName(statement.language, language)}</SoftText>
            <div lang={statement.language}>
              <Prose>{statement.text}</Prose>
            </div>
          </div>
        ))}
        {isWritable && (
          <Cluster>
            <DialogAction
              viewerActions={viewerActions}
              action="EDIT_STATEMENT"
              label={t(statements.length === 0 ? 'candidacy.writeStatement' : 'candidacy.editStatement')}
            >
              {(close) => (
                <StatementEditor
                  candidacy={candidacy}
                  onDone={() => {
                    close();
                    onChange();
                  }}
                />
              )}
            </DialogAction>
          </Cluster>
        )}
      </Stack>
    </section>
  );
}
