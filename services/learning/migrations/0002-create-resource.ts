import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Han, kana and Hangul: scripts written without spaces, or whose words our parser cannot tell apart. The code has the same ranges. */
const unspaced = String.raw`[\u2E80-\u2FDF\u3005\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF]+`;

/**
 * Resources and their search document. Words are stemmed as English; unspaced scripts have no dictionary here, so every two
 * neighbouring characters become a lexeme, and the last character of a run one by itself, so that a single character finds it too.
 * Texts are plain: what looks like a tag, which the parser would skip, is words like any other.
 */
export class CreateResource1780000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function unspaced_lexemes(input text, weight text) returns tsvector
        language sql immutable strict parallel safe as $$
        select coalesce(string_agg(quote_literal(gram) || ':' || place || weight, ' ')::tsvector, ''::tsvector)
        from (
          select substr(run.characters[1], i, 2) as gram, least(row_number() over (order by run.nth, i), 16383) as place
          from regexp_matches(normalize(input, NFKC), '${unspaced}', 'g') with ordinality as run(characters, nth),
            generate_series(1, length(run.characters[1])) as i
        ) grams
      $$;
      create function spaced_lexemes(input text, weight text) returns tsvector
        language sql immutable strict parallel safe as $$
        select setweight(to_tsvector('pg_catalog.english', regexp_replace(translate(normalize(input, NFKC), '<>', '  '), '${unspaced}', ' ', 'g')), weight::"char")
      $$;
      create function resource_document(title text, subject text, summary text, body text) returns tsvector
        language sql immutable strict parallel safe as $$
        select public.unspaced_lexemes(title, 'A') || public.unspaced_lexemes(subject, 'B') || public.unspaced_lexemes(summary, 'B')
          || public.unspaced_lexemes(body, 'D') || public.spaced_lexemes(title, 'A') || public.spaced_lexemes(subject, 'B')
          || public.spaced_lexemes(summary, 'B') || public.spaced_lexemes(body, 'D')
      $$;
      create table resource (
        id uuid constraint resource_pk primary key,
        title text not null,
        summary text not null,
        body text not null,
        kind text not null constraint resource_kind_known
          check (kind in ('GUIDE', 'NOTES', 'PAST_PAPER', 'TEMPLATE', 'VIDEO', 'LINK')),
        language text not null,
        subject text not null,
        licence text not null constraint resource_licence_known check (licence in ('CC_BY_4_0', 'CC_BY_SA_4_0', 'CC0_1_0')),
        author_id uuid not null,
        status text not null constraint resource_status_known check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED')),
        reviewer_id uuid,
        published_at timestamptz,
        version integer not null,
        document tsvector not null generated always as (resource_document(title, subject, summary, body)) stored,
        constraint resource_published_once check ((status in ('PUBLISHED', 'RETIRED')) = (published_at is not null)),
        constraint resource_reviewed_by_another check (reviewer_id <> author_id)
      );
      create index resource_document on resource using gin (document);
      create index resource_newest on resource (published_at, id) where status = 'PUBLISHED';
      create index resource_status on resource (status, id) where status <> 'PUBLISHED';
      create index resource_author on resource (author_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table resource;
      drop function resource_document(text, text, text, text);
      drop function spaced_lexemes(text, text);
      drop function unspaced_lexemes(text, text);
    `);
  }
}
