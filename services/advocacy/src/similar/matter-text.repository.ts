import { hanPairs } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { UpdateSubject, UpdateSubjectKind } from '../update/update.js';

/** The words of a public matter that others are compared with: a title, and whatever parts it has. */
export type MatterWords = Readonly<Record<string, unknown>> & { readonly title: string };

/** A public matter that resembles a text: `score` only orders the answers, higher is closer. */
export type SimilarMatter = { readonly subject: UpdateSubject; readonly title: string; readonly score: number };

type SimilarRow = { subject_kind: UpdateSubjectKind; subject_id: string; title: string; score: number };

const parts = ['background', 'problem', 'suggestion', 'body'] as const;
const textMax = 10_000;

/**
 * Scores candidates by how alike the titles are (trigrams), how many English word stems are shared and how many Chinese
 * pairs are, each between 0 and 1. Words are joined by "or": a newcomer to a matter rarely uses all of its words.
 */
const findSimilar = `
  with asked as (
    select $1::text as title,
      (select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(to_tsvector('english', $2))) as words,
      (select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(to_tsvector('simple', $3))) as pairs
  )
  select m.subject_kind, m.subject_id, m.title,
    (similarity(m.title, a.title) + coalesce(ts_rank(m.words, a.words, 32), 0)
      + coalesce(ts_rank(m.pairs, a.pairs, 32), 0))::float8 as score
  from matter_text m, asked a
  where (m.title % a.title or m.words @@ a.words or m.pairs @@ a.pairs)
    and ($4::text is null or m.subject_kind = $4) and ($5::uuid is null or m.subject_id <> $5)
  order by score desc, m.subject_id limit $6`;

/** Finds public matters that resemble a text. Nothing enters this index before it is public. */
export type MatterTextRepository = ReturnType<typeof createMatterTextRepository>;

/** A repository over one connection or transaction. */
export function createMatterTextRepository(manager: EntityManager) {
  return {
    /** Puts a matter that is public now into the index, or its new words in place of the former. */
    async index({ kind, id }: UpdateSubject, words: MatterWords): Promise<void> {
      const body = bodyOf(words);
      await manager.query(
        `insert into matter_text (subject_kind, subject_id, title, words, pairs)
         values ($1, $2, $3, setweight(to_tsvector('english', $3), 'A') || to_tsvector('english', $4), to_tsvector('simple', $5))
         on conflict on constraint matter_text_pk
         do update set title = excluded.title, words = excluded.words, pairs = excluded.pairs`,
        [kind, id, words.title, body, hanPairs(`${words.title}\n${body}`)],
      );
    },

    /** Takes a matter out of the index. */
    remove: ({ kind, id }: UpdateSubject): Promise<unknown> =>
      manager.query('delete from matter_text where subject_kind = $1 and subject_id = $2', [kind, id]),

    /** The public matters most like these words, closest first; of one kind, if given, and never the one left out. */
    async listSimilar(
      words: MatterWords,
      { kind, except, limit }: { readonly kind?: UpdateSubjectKind; readonly except?: string; readonly limit: number },
    ): Promise<readonly SimilarMatter[]> {
      const text = `${words.title}\n${bodyOf(words)}`.slice(0, textMax);
      const rows: readonly SimilarRow[] = await manager.query(findSimilar, [
        words.title,
        text,
        hanPairs(text),
        kind ?? null,
        except ?? null,
        limit,
      ]);
      return rows.map((row) => ({
        subject: { kind: row.subject_kind, id: row.subject_id },
        title: row.title,
        score: row.score,
      }));
    },
  };
}

function bodyOf(words: MatterWords): string {
  return parts
    .map((part) => words[part])
    .filter((part) => typeof part === 'string')
    .join('\n');
}
