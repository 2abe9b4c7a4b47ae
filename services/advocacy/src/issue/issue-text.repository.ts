import { hanPairs, type Actor, type Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Issue, IssueId } from './issue.js';
import { visibleIssues } from './issue.policy.js';

/** What somebody is writing, to be compared with what was written. */
export type IssueWords = { readonly constituencyId: Id<'Constituency'>; readonly title: string; readonly body: string };

const textMax = 5000;

/**
 * Issues of one course of the viewer that resemble a text, scored like public matters are: by how alike the titles are
 * (trigrams), how many English word stems are shared and how many Chinese pairs are. Only a course's own issues are read, so
 * that what another course discusses can be told neither from an answer nor from its order.
 */
const findSimilar = `
  with asked as (
    select $1::text as title,
      (select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(to_tsvector('english', $2))) as words,
      (select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(to_tsvector('simple', $3))) as pairs
  )
  select i.id from issue i join issue_text t on t.issue_id = i.id, asked a
  where i.constituency_id = $4 and i.constituency_id = any($5::uuid[]) and i.post_state = 'VISIBLE'
    and (i.title % a.title or t.words @@ a.words or t.pairs @@ a.pairs)
  order by similarity(i.title, a.title) + coalesce(ts_rank(t.words, a.words, 32), 0) + coalesce(ts_rank(t.pairs, a.pairs, 32), 0) desc,
    i.id limit $6`;

/** Keeps the words of issues in a form that can be compared. */
export type IssueTextRepository = ReturnType<typeof createIssueTextRepository>;

/** A repository over one connection or transaction. */
export function createIssueTextRepository(manager: EntityManager) {
  return {
    /** Puts an issue into the index. */
    index: ({ id, title, body }: Pick<Issue, 'id' | 'title' | 'body'>): Promise<unknown> =>
      manager.query(
        `insert into issue_text (issue_id, words, pairs)
         values ($1, setweight(to_tsvector('english', $2), 'A') || to_tsvector('english', $3), to_tsvector('simple', $4))`,
        [id, title, body, hanPairs(`${title}\n${body}`)],
      ),

    /** The ids of the issues of a course of the viewer that are most like these words, closest first. */
    async listSimilar(actor: Actor, words: IssueWords, limit: number): Promise<readonly IssueId[]> {
      const text = `${words.title}\n${words.body}`.slice(0, textMax);
      const rows: readonly { id: IssueId }[] = await manager.query(findSimilar, [
        words.title.slice(0, 200),
        text,
        hanPairs(text),
        words.constituencyId,
        visibleIssues(actor).constituencies,
        limit,
      ]);
      return rows.map(({ id }) => id);
    },
  };
}
