import { useState, type ReactElement } from 'react';
import { Button, Cluster, SoftText, Stack, useTexts } from '@guildhall/ui';
import { languageName } from '../calendar/language-name.js';
import { Prose } from '../parts/Rows.js';
import { chooseStatement } from './choose-statement.js';

type StatementTextProps = {
  readonly statements: readonly { readonly language: string; readonly text: string }[];
};

/** Readers know Chinese by how it is written, not by where. */
const scripts: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

/** What a candidate says, in the reader's language where there is one, with the others to choose. */
export function StatementText({ statements }: StatementTextProps): ReactElement {
  const { t, language: reader } = useTexts();
  const [chosen, setChosen] = useState<string>();
  const shown = chooseStatement(statements, chosen ?? reader);
  if (shown === undefined) return <SoftText isSmall>{t('elections.noStatement')}</SoftText>;
  const others = statements.filter(({ language }) => language !== shown.language);
  return (
    <Stack gap="small">
      <div lang={shown.language}>
        <Prose>{shown.text}</Prose>
      </div>
      {others.length > 0 && (
        <Cluster>
          {others.map(({ language }) => (
            <Button key={language} look="quiet" onPress={() => setChosen(language)}>
              {t('elections.readIn', { language: languageName(scripts[language] ?? language, reader) })}
            </Button>
          ))}
        </Cluster>
      )}
    </Stack>
  );
}
