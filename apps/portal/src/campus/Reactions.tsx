import { useState, type ReactElement } from 'react';
import { Button, Cluster, ResultNotice, SoftText, useTexts, type Outcome } from '@guildhall/ui';
import type { ReactionKind } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { reactDocument } from './post-actions.js';
import type { ShownPost } from './post-documents.js';

type Props = { readonly post: ShownPost; readonly onChange: () => void };

/** The four words with which members answer without writing, each with how often it was given. */
export function Reactions({ post, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const react = useAction(reactDocument, (data) => data.reactToPost);
  const [outcome, setOutcome] = useState<Outcome>();
  const words = (kind: ReactionKind, count: number): string =>
    count === 0 ? t(`talk.reaction.${kind}`) : `${t(`talk.reaction.${kind}`)} · ${count}`;
  if (!post.viewerActions.includes('REACT')) {
    const given = post.reactionCounts.filter(({ count }) => count > 0);
    return <SoftText isSmall>{given.map(({ kind, count }) => words(kind, count)).join('  ')}</SoftText>;
  }
  const toggle = async (kind: ReactionKind): Promise<void> => {
    const done = await react({ input: { postId: post.id, kind, given: !post.viewerReactions.includes(kind) } });
    setOutcome(done);
    onChange();
  };
  return (
    <div role="group" aria-label={t('talk.react')}>
      <Cluster>
        {post.reactionCounts.map(({ kind, count }) => (
          <Button
            key={kind}
            look={post.viewerReactions.includes(kind) ? 'plain' : 'quiet'}
            isPressed={post.viewerReactions.includes(kind)}
            onPress={() => void toggle(kind)}
          >
            {words(kind, count)}
          </Button>
        ))}
      </Cluster>
      <ResultNotice outcome={outcome} />
    </div>
  );
}
