import { planDemoHelp, type DemoHelpRequest, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type PlannedJob, type Row, type SeedOptions } from '@guildhall/subgraph';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { silenceMs } from '../src/help-request/help-limits.js';

/** Loads what people of the demo union ask each other, who offers and helps, and the credits that changed hands. */
export async function loadHelp(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size }: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const requests = planDemoHelp(union, { anchor, size });
  await insertRows(manager, 'help_request', requests.map(requestRow));
  await insertRows(manager, 'help_offer', requests.flatMap(offerRows));
  await insertRows(manager, 'help_match', requests.flatMap(matchRows));
  await insertRows(manager, 'help_dispute', requests.flatMap(disputeRows));
  await insertRows(manager, 'help_credit_movement', requests.flatMap(movementRows));
  await loadConversations(manager, requests);
  await insertRows(manager, 'help_setting', settingRows(union));
  await insertRows(manager, 'standing_help_offer', standingRows(union, anchor));
  await addJobs(manager, requests.flatMap(jobsOf));
}

/** An id of a row that follows from another, the same every time. */
function idFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `7${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function requestRow(request: DemoHelpRequest): Row {
  const { id, kind, title, words, language = 'en', place, status, credits, deadline, meeting, helpers } = request;
  const { requesterId, helpersWanted, draftedAt, doneAt, doneBy } = request;
  const parties = [requesterId, ...helpers.map(({ helperId }) => helperId)];
  return {
    id,
    kind,
    title,
    words,
    language,
    place,
    status,
    credits,
    deadline,
    requester_id: requesterId,
    helpers_wanted: helpersWanted,
    helpers_found: helpers.filter(({ matchId }) => matchId !== undefined).length,
    status_reason: status === 'CANCELLED' ? 'It worked out another way. Thank you all!' : null,
    meeting_place: meeting?.place,
    meeting_at: meeting?.at,
    meeting_agreed_by: meeting === undefined ? [] : parties,
    done_by: doneBy,
    done_at: doneAt,
    completed_at: status === 'COMPLETED' ? doneAt : null,
    drafted_at: draftedAt,
    posted_at: status === 'DRAFT' ? null : draftedAt,
    version: 1,
  };
}

function offerRows({ id, requesterId, helpers }: DemoHelpRequest): readonly Row[] {
  return helpers.map(({ offerId, helperId, words, offeredAt, matchId }) => ({
    id: offerId,
    words,
    request_id: id,
    requester_id: requesterId,
    helper_id: helperId,
    status: matchId === undefined ? 'OFFERED' : 'ACCEPTED',
    offered_at: offeredAt,
    version: 1,
  }));
}

function matchRows({ id, helpersWanted, helpers, doneAt }: DemoHelpRequest): readonly Row[] {
  return helpers.flatMap(({ matchId, helperId, offeredAt, thanks }, index) =>
    matchId === undefined
      ? []
      : [
          {
            id: matchId,
            thanks,
            request_id: id,
            helpers_wanted: helpersWanted,
            helper_id: helperId,
            seat: index + 1,
            status: 'LIVE',
            thanked_at: thanks === undefined ? null : doneAt,
            matched_at: offeredAt,
            version: 1,
          },
        ],
  );
}

function disputeRows({ id, status, requesterId, doneAt }: DemoHelpRequest): readonly Row[] {
  if (status !== 'DISPUTED') return [];
  const words = 'We had agreed on two hours and it was over after ten minutes; the chairs are still here.';
  return [
    { id: idFrom(`dispute/${id}`), words, request_id: id, raised_by: requesterId, raised_at: doneAt, version: 1 },
  ];
}

/** Pairs stand next to each other, so that none is parted by the size of a statement. */
function movementRows({ status, credits, requesterId, helpers, doneAt }: DemoHelpRequest): readonly Row[] {
  if (status !== 'COMPLETED' || credits === 0) return [];
  return helpers.flatMap(({ matchId, helperId }) =>
    [requesterId, helperId].map((memberId) => ({
      id: idFrom(`movement/${matchId}/${memberId}`),
      match_id: matchId,
      member_id: memberId,
      amount: memberId === requesterId ? -credits : credits,
      moved_at: doneAt,
    })),
  );
}

/** Those who are matched can write to each other. */
async function loadConversations(manager: EntityManager, requests: readonly DemoHelpRequest[]): Promise<void> {
  const matched = requests.flatMap(({ id, requesterId, helpers, status }) =>
    status === 'COMPLETED' || status === 'DISPUTED'
      ? []
      : helpers.flatMap(({ matchId, helperId, offeredAt }) =>
          matchId === undefined ? [] : [{ id, matchId, members: [requesterId, helperId], at: offeredAt }],
        ),
  );
  await manager.query(
    `with c as (
       insert into conversation (id, kind, source_id, opened_at, last_number, last_at)
       select (r->>'id')::uuid, 'HELP', (r->>'source_id')::uuid, (r->>'at')::timestamptz, 0, (r->>'at')::timestamptz
       from jsonb_array_elements($1::jsonb) r returning id, source_id, opened_at)
     insert into conversation_member (conversation_id, member_id, shown_name, joined_at, after_number, read_number, is_muted, shows_reading)
     select c.id, m.id, m.display_name, c.opened_at, 0, 0, false, false
     from c join help_match h on h.id = c.source_id join help_request q on q.id = h.request_id
     join member m on m.id in (h.helper_id, q.requester_id)`,
    [JSON.stringify(matched.map(({ matchId, at }) => ({ id: idFrom(`talk/${matchId}`), source_id: matchId, at })))],
  );
}

function settingRows({ members }: DemoUnion): readonly Row[] {
  return members.slice(0, 4).map(({ id, subject }) => ({
    id,
    contact_line: `${subject}@campus.example, or knock at any time`,
    shows_thanks: true,
    version: 1,
  }));
}

function standingRows({ members }: DemoUnion, anchor: Date): readonly Row[] {
  const offers = [
    {
      kind: 'EXPLAIN_TOPIC',
      title: 'I can explain code and algorithms',
      topics: ['pointers', 'code'],
      languages: ['en'],
    },
    { kind: 'LANGUAGE_PRACTICE', title: 'English or Chinese, over a walk', topics: [], languages: ['en', 'zh-CN'] },
  ];
  return members.slice(0, 1).flatMap(({ id: helperId }) =>
    offers.map((offer, index) => ({
      ...offer,
      id: idFrom(`standing/${helperId}/${index}`),
      helper_id: helperId,
      until: new Date(anchor.getTime() + 120 * 86_400_000),
      made_at: new Date(anchor.getTime() - (20 + index) * 86_400_000),
      version: 1,
    })),
  );
}

function jobsOf({ id, status, deadline, doneAt }: DemoHelpRequest): readonly PlannedJob[] {
  const payload = { requestId: id };
  if (status === 'OPEN' || status === 'OFFERED' || status === 'MATCHED')
    return [{ task: 'expire-help-request', payload, runAt: deadline, key: `expire-help:${id}` }];
  if (status !== 'DONE_CLAIMED' || doneAt === undefined) return [];
  const runAt = new Date(doneAt.getTime() + silenceMs);
  return [{ task: 'complete-silent-help', payload, runAt, key: `silent-help:${id}` }];
}
