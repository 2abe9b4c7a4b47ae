import type { DeclaredFile } from '@guildhall/ui';
import type { Licence, ResourceContentInput } from '../generated/graphql.js';
import type { OwnText } from './author-documents.js';
import { licenceNames, oneOf, pointerKinds, resourceKinds } from './kinds.js';

/** What is written in the form of a resource. */
export type ResourceValues = {
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly address: string;
  /** The file, once it is stored: what the graph needs of it, and what the form shows. */
  readonly fileId: string;
  readonly fileName: string;
  readonly fileType: string;
  readonly fileSize: string;
  readonly body: string;
  readonly language: string;
  readonly subject: string;
  readonly tags: string;
  readonly courseIds: readonly string[];
  readonly licence: string;
  readonly changeNote: string;
};

/** What the form knows of a stored file. */
export type ChosenFile = DeclaredFile & { readonly id: string };

/** The values of the form that tell of a file, or of none. */
export function fileValues(file: ChosenFile | null | undefined) {
  return {
    fileId: file?.id ?? '',
    fileName: file?.name ?? '',
    fileType: file?.contentType ?? '',
    fileSize: file == null ? '' : String(file.size),
  };
}

/** The file that the values of the form tell of. */
export function chosenFile(values: Readonly<Record<string, unknown>>): ChosenFile | undefined {
  const { fileId, fileName, fileType, fileSize } = values;
  if (typeof fileId !== 'string' || fileId === '') return undefined;
  return { id: fileId, name: String(fileName), contentType: String(fileType), size: Number(fileSize) };
}

/** A form in which nothing is written. */
export const emptyResource: ResourceValues = {
  title: '',
  summary: '',
  kind: '',
  address: '',
  ...fileValues(undefined),
  body: '',
  language: '',
  subject: '',
  tags: '',
  courseIds: [],
  licence: '',
  changeNote: '',
};

/** The form with what was written. */
export function resourceValues({ tags, courses, address, file, changeNote, ...text }: OwnText): ResourceValues {
  const { title, summary, kind, body, language, subject, licence } = text;
  return {
    ...{ title, summary, kind, body, language, subject, licence },
    address: address ?? '',
    ...fileValues(file),
    tags: tags.join(', '),
    courseIds: courses.map(({ id }) => id),
    changeNote: changeNote ?? '',
  };
}

/** The choices without which nothing can be sent; texts are judged by the graph. */
export const resourceNeeds = ['kind', 'language', 'licence'] as const;

/** What the form says, as the graph takes it; nothing while a choice is missing. */
export function readResource(values: ResourceValues): ResourceContentInput | undefined {
  const { title, summary, body, language, subject, tags, courseIds, address, fileId } = values;
  const kind = oneOf(resourceKinds, values.kind);
  const licence: Licence | undefined = oneOf(licenceNames, values.licence);
  if (kind === undefined || licence === undefined || language === '') return undefined;
  return {
    ...{ title, summary, body, language, subject, kind, licence, courseIds },
    tags: tags
      .split(/[,，、]/u)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    ...(pointerKinds.includes(kind) ? { address, fileId: null } : { address: null, fileId: fileId || null }),
  };
}

/** The field of the form for a path of the input: lists are one field. */
export function resourceField(path: string): string {
  return path.replace(/\.\d+$/, '');
}
