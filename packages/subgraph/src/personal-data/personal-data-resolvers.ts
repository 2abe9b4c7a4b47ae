import type { BaseContext } from '../server/shared-resolvers.js';
import type { ErasureItemModel } from './count-member-data.js';
import type { DataExportPageModel, DataExportPartModel, ExportPartReader } from './export-part-reader.js';
import { personalDataPolicy } from './personal-data.js';
import type { PersonalSection, ReadingLanguage } from './personal-section.js';
import { renderExportPage } from './render-export-page.js';

/** What a request carries in a service that keeps something about members. */
export type PersonalDataContext = BaseContext & {
  readonly personalData: ExportPartReader & {
    /** What erasure would do to what this service keeps about a member. */
    count(memberId: string): Promise<readonly ErasureItemModel[]>;
  };
};

const languages: Readonly<Record<string, ReadingLanguage>> = { EN: 'en', ZH_CN: 'zh-CN' };

type Spoken = { readonly language: 'EN' | 'ZH_CN' };

const read = (language: Spoken['language']): ReadingLanguage => languages[language] ?? 'en';

/** Resolvers of the shared types of a copy and of a preview of erasure. `sections` give the titles of what is rendered. */
export function personalDataResolvers(sections: readonly PersonalSection[]) {
  return {
    DataExportPart: {
      pageCount: ({ pageCount }: DataExportPartModel) => pageCount ?? null,
      page: (
        { exportId }: DataExportPartModel,
        { number }: { readonly number: number },
        { actor, personalData }: PersonalDataContext,
      ) => personalData.findPage(personalDataPolicy.subjectOf(actor), { exportId, number }),
    },
    DataExportPage: {
      json: ({ content }: DataExportPageModel) => content,
      html: ({ page }: DataExportPageModel, { language }: Spoken) => renderExportPage(page, sections, read(language)),
    },
    ErasureItem: {
      name: ({ section }: ErasureItemModel) => section.name,
      title: ({ section }: ErasureItemModel, { language }: Spoken) => section.title[read(language)],
      fate: ({ section }: ErasureItemModel) => section.fate,
      kept: ({ section }: ErasureItemModel, { language }: Spoken) => section.kept?.[read(language)] ?? null,
      count: ({ count }: ErasureItemModel) => count ?? null,
    },
  };
}

/** The part of a copy that this service wrote, for its owner. */
export function resolveExportPart(
  { id }: { readonly id: string },
  _args: unknown,
  { actor, personalData }: PersonalDataContext,
) {
  return personalData.findPart(personalDataPolicy.subjectOf(actor), id);
}

/** What erasure would do to what this service keeps about the viewer; nothing about anybody else. */
export async function resolveErasureItems(
  { id }: { readonly id: string },
  _args: unknown,
  { actor, personalData }: PersonalDataContext,
): Promise<readonly ErasureItemModel[] | null> {
  return personalDataPolicy.subjectOf(actor) === id ? personalData.count(id) : null;
}
