import type { ReactElement } from 'react';
import { partOf, QueryView, sizeOf, Skeleton, SoftText, Stack, useGraphQuery, useTexts, Veiled } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { languages, licences } from './kinds.js';
import styles from './library.module.css';
import { diffDocument, type ShownDiff } from './version-documents.js';

type DiffViewProps = { readonly resourceId: string; readonly from: number; readonly to: number };

/** What changed between two versions: added and removed words are marked for eyes and ears. */
export function DiffView({ resourceId, from, to }: DiffViewProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(diffDocument, { id: resourceId, from, to }), ({ resource }) => resource);
  return (
    <QueryView query={query} skeleton={<Skeleton height="6rem" />}>
      {({ diff, language }) =>
        diff ? <Difference diff={diff} language={language} /> : <SoftText>{t('versions.noDiff')}</SoftText>
      }
    </QueryView>
  );
}

function Difference({ diff, language }: { readonly diff: ShownDiff; readonly language: string }): ReactElement {
  const reader = useTexts();
  const { t } = reader;
  const texts = [diff.title, diff.summary, diff.body].filter((pieces) =>
    pieces.some(({ change }) => change !== 'SAME'),
  );
  if (texts.length === 0 && diff.facts.length === 0) return <SoftText>{t('versions.alike')}</SoftText>;
  return (
    <Stack gap="small">
      {texts.map((pieces, index) => (
        <p key={index} className={styles.diff} lang={language}>
          {pieces.map((piece, place) => (
            <Piece key={place} {...piece} />
          ))}
        </p>
      ))}
      <Facts
        facts={diff.facts.map(({ fact, before, after }) => ({
          name: t(`versionFact.${fact}`),
          value: `${nameOf(reader, fact, before)} → ${nameOf(reader, fact, after)}`,
        }))}
      />
    </Stack>
  );
}

/** More of a text than this stands around a change without helping to understand it. */
const aroundChange = 120;

function Piece({ text, change }: ShownDiff['body'][number]): ReactElement {
  const { t } = useTexts();
  if (change === 'SAME') return <>{shorten(text)}</>;
  const Tag = change === 'ADDED' ? 'ins' : 'del';
  return (
    <Tag className={change === 'ADDED' ? styles.added : styles.removed}>
      <Veiled>{t(`diffChange.${change}`)}</Veiled>
      {text}
      <Veiled>{t('diffChange.end')}</Veiled>
    </Tag>
  );
}

function shorten(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= 2 * aroundChange) return text;
  const head = characters.slice(0, aroundChange).join('');
  const tail = characters.slice(-aroundChange).join('');
  // Where words are parted by spaces, none is cut in two.
  return `${head.replace(/\s\S{0,20}$/u, '')} … ${tail.replace(/^\S{0,20}\s/u, '')}`;
}

function nameOf(
  { t, language }: ReturnType<typeof useTexts>,
  fact: ShownDiff['facts'][number]['fact'],
  value: string | null | undefined,
): string {
  if (value == null) return t('versions.nothing');
  if (fact === 'KIND') return t(`resourceKind.${value}`);
  if (fact === 'LANGUAGE') return languages[value] ?? value;
  if (fact === 'LICENCE') return Object.entries(licences).find(([name]) => name === value)?.[1] ?? value;
  if (fact === 'FILE') return inLanguage(value, language);
  return value;
}

/** The graph tells the size of a file in bytes. */
function inLanguage(file: string, language: string): string {
  return file.replace(/ \((\d+) bytes\)$/, (_whole, bytes: string) => ` (${sizeOf(Number(bytes), language)})`);
}
