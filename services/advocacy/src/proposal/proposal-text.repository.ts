import type { EntityManager } from 'typeorm';
import type { ProposalId } from './proposal.js';
import type { ProposalText } from './proposal-text.js';

type TextRow = {
  proposal_id: ProposalId;
  number: number;
  language: string;
  title: string;
  background: string;
  problem: string;
  suggestion: string;
  written_at: Date;
};

/** Keeps the words of proposals, every version. Words are read for proposals that the viewer was shown already. */
export type ProposalTextRepository = ReturnType<typeof createProposalTextRepository>;

/** A repository over one connection or transaction. */
export function createProposalTextRepository(manager: EntityManager) {
  return {
    /** Every version of the proposals' words, oldest first. */
    async listOf(ids: readonly ProposalId[]): Promise<readonly ProposalText[]> {
      const rows: readonly TextRow[] = await manager.query(
        'select * from proposal_text where proposal_id = any($1::uuid[]) order by proposal_id, number',
        [ids],
      );
      return rows.map(toText);
    },

    /** One version, or nothing. */
    async find(id: ProposalId, number: number): Promise<ProposalText | undefined> {
      const [row]: readonly TextRow[] = await manager.query(
        'select * from proposal_text where proposal_id = $1 and number = $2',
        [id, number],
      );
      return row === undefined ? undefined : toText(row);
    },

    /** Writes a version, or writes over it while the database still lets it change. */
    async write(text: ProposalText): Promise<void> {
      await manager.query(
        `insert into proposal_text (proposal_id, number, language, title, background, problem, suggestion, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint proposal_text_pk do update set language = excluded.language, title = excluded.title,
           background = excluded.background, problem = excluded.problem, suggestion = excluded.suggestion,
           written_at = excluded.written_at`,
        [
          text.proposalId,
          text.number,
          text.language,
          text.title,
          text.background,
          text.problem,
          text.suggestion,
          text.writtenAt,
        ],
      );
    },
  };
}

function toText(row: TextRow): ProposalText {
  const { proposal_id: proposalId, written_at: writtenAt, number, language, title, background, problem } = row;
  return { proposalId, number, language, title, background, problem, suggestion: row.suggestion, writtenAt };
}
