import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Cluster, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import styles from './search.module.css';
import type { ShownHit } from './search-document.js';

/** One hit: what it is, the words in which it was found, and why it is here. */
export function SearchHit({ hit }: { readonly hit: ShownHit }): ReactElement {
  const { t } = useTexts();
  const { kind, rank, matched, snippet } = hit;
  const why = rank === 'SIMILAR_NAME' ? [t('search.similar')] : matched.map((each) => t(`search.match.${each}`));
  return (
    <li className={styles.hit}>
      <Cluster>
        <span className={styles.name}>
          <HitLink hit={hit} />
        </span>
        <StatusBadge>{t(`search.one.${kind}`)}</StatusBadge>
      </Cluster>
      {snippet && (matched.some((each) => each !== 'NAME') || snippet.ranges.length === 0) && (
        <p className={styles.snippet}>
          <Marked snippet={snippet} />
        </p>
      )}
      <SoftText isSmall>{t('search.because', { why: why.join(' · ') })}</SoftText>
    </li>
  );
}

function HitLink({ hit: { member, group, post } }: { readonly hit: ShownHit }): ReactElement {
  const { t } = useTexts();
  if (member)
    return (
      <Link to="/people/$memberId" params={{ memberId: member.id }}>
        {member.displayName ?? t('search.one.PERSON')}
      </Link>
    );
  if (group)
    return (
      <Link to="/groups/$groupId" params={{ groupId: group.id }}>
        {group.name}
      </Link>
    );
  if (!post) return <span>{t('search.gone')}</span>;
  const author = post.author?.displayName ?? t('search.somebody');
  return (
    <Link to="/campus/$postId" params={{ postId: post.id }}>
      {post.group ? t('search.postIn', { author, group: post.group.name }) : t('search.postToAll', { author })}
    </Link>
  );
}

/** A text in which the words that were found are marked; it comes as text and ranges, never as HTML. */
function Marked({ snippet: { text, ranges } }: { readonly snippet: NonNullable<ShownHit['snippet']> }): ReactElement {
  const parts = ranges.flatMap(({ start, end }, index) => [
    { key: `${start}-`, text: text.slice(ranges[index - 1]?.end ?? 0, start), isFound: false },
    { key: `${start}`, text: text.slice(start, end), isFound: true },
  ]);
  return (
    <>
      {parts.map(({ key, text: part, isFound }) => (isFound ? <mark key={key}>{part}</mark> : part))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
