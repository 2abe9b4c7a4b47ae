import { toId, viewerActions, type Page } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { attachmentPlaces, type Attachment } from '../attachment/attachment.js';
import { asSeenByStudent, caseLifecycle, type Case, type CaseAction, type CaseMessage } from '../case/case.js';
import { casePolicy } from '../case/case.policy.js';
import { casePlaces } from '../case/place.js';
import type { Deadline } from '../deadline/deadline.js';
import type { Repositories } from '../deps.js';
import type { Department } from '../department/department.js';
import { referralPlaces } from '../referral/place.js';
import { referralLifecycle, type ReferralAction, type ReferralFile } from '../referral/referral.js';
import { referralPolicy } from '../referral/referral.policy.js';
import { createSealedReader, type SealedReader } from '../sealed-reader.js';
import type { Vault } from '../sealing/sealing.js';
import { digestOf, holderOf, type Holder, type ReceiptKind } from './receipt.js';

/** A message with its words. */
export type ReceiptMessage = CaseMessage & { readonly body: string | undefined };

/** A file with its name. */
export type ReceiptAttachment = { readonly attachment: Attachment; readonly name: string | undefined };

/** What a department is or may be asked, with the words that the holder of the code may read. */
export type ReceiptReferral = {
  readonly file: ReferralFile;
  readonly department: Department | undefined;
  readonly fields: readonly {
    readonly id: string;
    readonly consented: boolean;
    readonly name: string | undefined;
    readonly value: string | undefined;
  }[];
  readonly answer: string | undefined;
  readonly viewerActions: readonly ReferralAction[];
};

/** A case as whoever holds its code is shown it; without words where the code tells the status alone. */
export type ShownReceipt = {
  readonly kind: ReceiptKind;
  readonly item: Case;
  readonly narrative: string | undefined;
  readonly outcomeSummary: string | undefined;
  readonly deadlines: readonly Deadline[];
  readonly messages: Page<ReceiptMessage>;
  readonly referrals: readonly ReceiptReferral[];
  readonly attachments: readonly ReceiptAttachment[];
  readonly viewerActions: readonly CaseAction[];
};

/** What a receipt is read with. */
export type ReceiptScope = {
  readonly manager: EntityManager;
  readonly vault: Vault;
  readonly now: Date;
  readonly repositories: Pick<
    Repositories,
    'attachments' | 'cases' | 'deadlines' | 'departments' | 'receipts' | 'referrals'
  >;
};

/** Messages of one page. */
const pageSize = 50;

/** What the holder of a code may do to a referral with it. */
const referralActions: readonly ReferralAction[] = ['CONSENT', 'WITHDRAW'];
const caseActions: readonly CaseAction[] = ['POST_MESSAGE', 'CLOSE', 'WITHDRAW'];

/** Reads cases for whoever holds their codes. */
export type ReceiptReader = ReturnType<typeof createReceiptReader>;

/**
 * A reader for one request. The same statements are sent whether a code leads to a case, tells the status alone or leads
 * nowhere, so that neither the answer's time nor the database's log tells them apart.
 */
export function createReceiptReader(scope: ReceiptScope) {
  const { manager, vault, now, repositories } = scope;
  const { attachments, cases, deadlines, receipts } = repositories;
  return {
    /** The case of a code with the conversation after a cursor, or nothing. */
    async read(code: string, after: readonly string[] | undefined): Promise<ShownReceipt | undefined> {
      const holder = holderOf(vault, code);
      const found = await receipts.findByCode(digestOf(vault, code));
      const caseId = found?.item.id ?? toId<'Case'>('');
      const owed = await deadlines.listOf([caseId], now);
      const messages = await cases.pageMessages(holder, caseId, { first: pageSize, after });
      const words = createSealedReader(holder, { manager, vault, now });
      const asked = await listReferrals(holder, caseId, scope);
      const files = await attachments.listOf(holder, found?.kind === 'ANONYMOUS' ? [found.item] : []);
      const texts = await openTexts(words, { caseId, messages, asked, files });
      if (found === undefined) return undefined;
      const { item, kind } = found;
      const seen = asSeenByStudent(item);
      return {
        kind,
        item: seen,
        narrative: texts.get(casePlaces.narrative),
        outcomeSummary: texts.get(casePlaces.outcome),
        deadlines: owed,
        messages: {
          ...messages,
          edges: messages.edges.map(({ cursor, node }) => ({
            cursor,
            node: { ...node, body: texts.get(casePlaces.message(node.id)) },
          })),
        },
        attachments: files.map((attachment) => ({
          attachment,
          name: texts.get(attachmentPlaces.name(attachment.id)),
        })),
        referrals: asked.map((one) => showReferral(one, { holder, texts, now })),
        viewerActions: viewerActions(caseLifecycle, seen, now, (action) => casePolicy.can(holder, action, item)).filter(
          (action) => caseActions.includes(action),
        ),
      };
    },

    /** Lets somebody open words of the anonymous case of a code; of a case that nobody has where the code leads to none. */
    async withWords<T>(code: string, open: (words: SealedReader, caseId: Case['id']) => Promise<T>): Promise<T> {
      const holder = holderOf(vault, code);
      const found = await receipts.findByCode(digestOf(vault, code));
      const caseId = found?.kind === 'ANONYMOUS' ? found.item.id : toId<'Case'>('');
      return open(createSealedReader(holder, { manager, vault, now }), caseId);
    },
  };
}

type Asked = {
  readonly file: ReferralFile;
  readonly department: Department | undefined;
  readonly fields: Awaited<ReturnType<Repositories['referrals']['listFields']>>;
};

async function listReferrals(
  holder: Holder,
  caseId: Case['id'],
  { repositories: { departments, referrals } }: ReceiptScope,
): Promise<readonly Asked[]> {
  const files = await referrals.listOfCases(holder, [caseId]);
  const named = await departments.listByIds(files.map(({ referral }) => referral.departmentId));
  const fields = await referrals.listFields(
    holder,
    files.map(({ referral }) => referral.id),
  );
  return files.map((file) => ({
    file,
    department: named.find(({ id }) => id === file.referral.departmentId),
    fields: fields.filter(({ referralId }) => referralId === file.referral.id),
  }));
}

/** Every text that is shown, opened at once: one statement and one look at the ledger. */
async function openTexts(
  words: SealedReader,
  {
    caseId,
    messages,
    asked,
    files,
  }: {
    readonly caseId: Case['id'];
    readonly messages: Page<CaseMessage>;
    readonly asked: readonly Asked[];
    readonly files: readonly Attachment[];
  },
): Promise<ReadonlyMap<string, string>> {
  const places = [
    casePlaces.narrative,
    casePlaces.outcome,
    ...messages.edges.map(({ node }) => casePlaces.message(node.id)),
    ...files.map(({ id }) => attachmentPlaces.name(id)),
    ...asked.flatMap(({ file, fields }) => [
      ...fields.map(referralPlaces.field),
      referralPlaces.response(file.referral.id),
    ]),
  ];
  const opened = await Promise.all(places.map((place) => words.load({ caseId, place })));
  return new Map(
    places.flatMap((place, index) => {
      const text = opened[index];
      return text === undefined ? [] : [[place, text]];
    }),
  );
}

function showReferral(
  { file, department, fields }: Asked,
  { holder, texts, now }: { readonly holder: Holder; readonly texts: ReadonlyMap<string, string>; readonly now: Date },
): ReceiptReferral {
  return {
    file,
    department,
    fields: fields.map((field) => {
      const text = texts.get(referralPlaces.field(field));
      const { name, value } =
        text === undefined ? {} : (JSON.parse(text) as { readonly name?: string; readonly value?: string });
      return { id: field.id, consented: field.consented, name, value };
    }),
    answer: texts.get(referralPlaces.response(file.referral.id)),
    viewerActions: viewerActions(referralLifecycle, file, now, (action) =>
      referralPolicy.can(holder, action, file),
    ).filter((action) => referralActions.includes(action)),
  };
}
