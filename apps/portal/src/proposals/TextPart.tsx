import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import type { ShownProposal } from './proposal-document.js';
import styles from './proposals.module.css';
import { differenceOf } from './text-difference.js';

type Text = ShownProposal['texts'][number];

const parts = ['background', 'problem', 'suggestion'] as const;

/** The words of a proposal; when they changed, what changed and when. */
export function TextPart({ texts }: { readonly texts: readonly Text[] }): ReactElement {
  const { t } = useTexts();
  const [isCompared, setCompared] = useState(false);
  const text = texts.at(-1);
  const before = texts.at(-2);
  if (text === undefined) return <></>;
  return (
    <Card>
      <h2>{t('proposal.text')}</h2>
      {before !== undefined && (
        <Cluster>
          <SoftText isSmall>
            {t('proposal.version', { number: text.number })} · <DateTimeText instant={text.writtenAt} show="day" />
          </SoftText>
          <Button look="quiet" onPress={() => setCompared(!isCompared)}>
            {t(isCompared ? 'proposal.hideChanges' : 'proposal.showChanges')}
          </Button>
        </Cluster>
      )}
      <Stack>
        {parts.map((part) => (
          <section key={part}>
            <h3>{t(`proposal.${part}`)}</h3>
            {text[part] === '' && <SoftText>{t('proposal.notWritten')}</SoftText>}
            <div lang={text.language}>
              {isCompared && before !== undefined ? (
                <Changes before={before[part]} after={text[part]} />
              ) : (
                <Prose>{text[part]}</Prose>
              )}
            </div>
          </section>
        ))}
      </Stack>
    </Card>
  );
}

/** What was taken out and put in, marked by the elements that say so and not by colour alone. */
function Changes({ before, after }: { readonly before: string; readonly after: string }): ReactElement {
  return (
    <p className={styles.changes}>
      {differenceOf(before, after).map(({ kind, words }, index) => {
        const key = `${kind}-${index}`;
        if (kind === 'out') return <del key={key}>{words}</del>;
        return kind === 'in' ? <ins key={key}>{words}</ins> : <span key={key}>{words}</span>;
      })}
    </p>
  );
}
