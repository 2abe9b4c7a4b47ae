import type { QueryRunner } from 'typeorm';

/** Chinese characters as PostgreSQL's expressions write them; the same ones as `hanPairs` of the kernel takes. */
const han =
  '\u2E80-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAD9\u{16FF0}-\u{16FF1}\u{20000}-\u{323AF}';

/**
 * Creates what a service needs to find words in English and Chinese: `han_pairs` cuts Chinese into overlapping pairs,
 * `search_vector` indexes a text by its words, their English stems and its pairs, and `search_query` asks for every word
 * typed, the last one by its beginning. All are immutable, for generated columns and for plans that know the query.
 */
export async function createSearchFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function han_pairs(value text) returns text language sql immutable strict parallel safe as $$
      select case when value ~ '[${han}]' then (
        select string_agg(substr(run[1], place, 2), ' ' order by nth, place)
        from regexp_matches(value, '[${han}]+', 'g') with ordinality as found (run, nth)
        cross join lateral generate_series(1, greatest(length(run[1]) - 1, 1)) place
      ) else '' end
    $$;
    create function search_plain(value text) returns text language sql immutable strict parallel safe as $$
      select btrim(regexp_replace(regexp_replace(lower(value), '[^[:alnum:]]+', ' ', 'g'), '([${han}]+)', ' \\1 ', 'g'))
    $$;
    create function search_vector(value text, weight "char") returns tsvector language sql immutable strict parallel safe as $$
      select setweight(to_tsvector('english', search_plain(value))
        || to_tsvector('simple', search_plain(value) || ' ' || han_pairs(value)), weight)
    $$;
    create function search_query(value text, joiner text) returns tsquery language sql immutable strict parallel safe as $$
      select string_agg(case
          when word ~ '^[${han}]{2}' then
            '(' || (select string_agg(quote_literal(pair), ' & ') from regexp_split_to_table(han_pairs(word), ' ') pair) || ')'
          else '(' || quote_literal(word) || case when place = words or word ~ '^[${han}]' then ':*' else '' end
            || coalesce(' | ' || quote_literal((ts_lexize('english_stem', word))[1]), '') || ')'
        end, joiner order by place)::tsquery
      from (
        select word, place, count(*) over () as words
        from regexp_split_to_table(search_plain(value), ' +') with ordinality as typed (word, place) where word <> ''
      ) as asked
    $$;
  `);
}

/** Undoes {@link createSearchFunctions}. */
export async function dropSearchFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop function search_query(text, text);
    drop function search_vector(text, "char");
    drop function search_plain(text);
    drop function han_pairs(text);
  `);
}
