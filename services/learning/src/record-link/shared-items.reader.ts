import { systemActor, type Actor, type Id } from '@guildhall/kernel';
import type { Credential, CredentialId } from '../credential/credential.js';
import type { Repositories } from '../deps.js';
import type { ChosenItem, RecordLink, RecordLinkId } from './record-link.js';
import type { SharedCredential, SharedItem } from './shared-item.js';

/** What items are read from. */
export type SharedItemSources = Pick<Repositories, 'recordLinks' | 'sharedItems' | 'credentials' | 'achievements'>;

/** Whoever has a link sees its member's things through it, whoever they are. */
const reader = systemActor('show-record');

/**
 * What each link shows today, in the order chosen, in as many statements for one link as for many: evidence that stands and
 * is not hidden, and credentials in their state of today.
 */
export async function readLinkItems(
  sources: SharedItemSources,
  links: readonly RecordLink[],
): Promise<ReadonlyMap<RecordLinkId, readonly SharedItem[]>> {
  const chosen = await sources.recordLinks.listItems(links.map(({ id }) => id));
  const evidence = await sources.sharedItems.listShown(links);
  const ids = [...chosen.values()].flat().flatMap((item) => item.credentialId ?? []);
  const issued = ids.length === 0 ? [] : await sources.credentials.listVisible(reader, [...new Set(ids)]);
  const credentials = await withDocuments(sources, issued);
  const shown = (link: RecordLink, item: ChosenItem): readonly SharedItem[] => {
    if (item.credentialId === undefined) {
      const piece = evidence.get(item.evidenceId);
      return piece?.memberId === link.memberId ? [{ __typename: 'SharedEvidence', evidence: piece }] : [];
    }
    const credential = credentials.get(item.credentialId);
    return credential?.credential.memberId === link.memberId ? [credential] : [];
  };
  return new Map(links.map((link) => [link.id, (chosen.get(link.id) ?? []).flatMap((item) => shown(link, item))]));
}

/** Everything a member can show today, in order of time; nothing for anybody else. */
export async function readSharable(
  sources: SharedItemSources,
  actor: Actor,
  memberId: Id<'Member'>,
): Promise<readonly SharedItem[]> {
  const evidence = await sources.sharedItems.listSharable(actor, memberId);
  const credentials = await withDocuments(sources, await sources.credentials.listSharable(actor, memberId));
  const items: readonly SharedItem[] = [
    ...evidence.map((piece): SharedItem => ({ __typename: 'SharedEvidence', evidence: piece })),
    ...credentials.values(),
  ];
  return [...items].sort((one, other) => timeOf(one) - timeOf(other));
}

async function withDocuments(
  { achievements, credentials }: SharedItemSources,
  issued: readonly Credential[],
): Promise<ReadonlyMap<CredentialId, SharedCredential>> {
  if (issued.length === 0) return new Map();
  const found = await achievements.listVisible(reader, [...new Set(issued.map(({ achievementId }) => achievementId))]);
  const achievementById = new Map(found.map((achievement) => [achievement.id, achievement]));
  const evidence = await credentials.listShownEvidence(issued);
  return new Map(
    issued.flatMap((credential) => {
      const achievement = achievementById.get(credential.achievementId);
      if (achievement === undefined) return [];
      const pieces = credential.evidenceIds.flatMap((id) => evidence.get(id) ?? []);
      return [[credential.id, { __typename: 'SharedCredential', credential, achievement, evidence: pieces } as const]];
    }),
  );
}

function timeOf(item: SharedItem): number {
  return (item.__typename === 'SharedEvidence' ? item.evidence.happenedAt : item.credential.issuedAt).getTime();
}
