import { Suspense, useEffect, useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  CheckboxesField,
  Cluster,
  Form,
  Notice,
  RadioField,
  SelectField,
  SkeletonList,
  TextAreaField,
  TextField,
  useForm,
  useTexts,
  type FieldValue,
  type FileLimits,
  type FormState,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import type { ResourceContentInput } from '../generated/graphql.js';
import { lazyPart } from '../parts/lazy-part.js';
import { atFields, missingFields } from '../service/field-faults.js';
import type { NamedCourse } from './author-documents.js';
import { keepText, recallText } from './kept-text.js';
import { languages, licenceNames, licences, pointerKinds, resourceKinds } from './kinds.js';
import { readResource, resourceField, resourceNeeds, type ResourceValues } from './resource-form.js';

const FileField = lazyPart(() => import('./FileField.js'), 'FileField');

type ResourceFormProps = {
  /** Under which name this device keeps what is typed and not saved. */
  readonly keptAs: string;
  readonly saved: ResourceValues;
  readonly courses: readonly NamedCourse[];
  /** What may be sent as its file; nothing where this installation takes no files. */
  readonly fileLimits: FileLimits | null | undefined;
  /** Whether what is new is asked for. */
  readonly isRevision: boolean;
  readonly save: (content: ResourceContentInput, changeNote: string) => Promise<Outcome>;
  readonly onDone: () => void;
};

/** The form of a resource; what is typed stays on this device until it is saved, whatever happens to the page. */
export function ResourceForm(props: ResourceFormProps): ReactElement {
  const { keptAs, saved } = props;
  const [kept, setKept] = useState(() => recallText(keptAs));
  const [round, setRound] = useState(0);
  const { t } = useTexts();
  const forget = (): void => {
    keepText(keptAs, undefined);
    setKept(undefined);
    setRound(round + 1);
  };
  return (
    <Card>
      {kept !== undefined && (
        <Notice>
          {t('resourceForm.kept')}
          <Cluster>
            <Button look="quiet" onPress={forget}>
              {t('resourceForm.forget')}
            </Button>
          </Cluster>
        </Notice>
      )}
      <FormBody key={round} {...props} saved={{ ...saved, ...kept }} />
    </Card>
  );
}

function FormBody(props: ResourceFormProps): ReactElement {
  const { keptAs, saved, courses, fileLimits, isRevision, save, onDone } = props;
  const { t } = useTexts();
  const [initial] = useState(saved);
  const [isSending, setSending] = useState(false);
  const form = useForm<ResourceValues, MutationResult>({
    initial,
    submit: async (values) => {
      const content = readResource(values);
      const missing = missingFields(values, resourceNeeds);
      if (content === undefined || missing !== undefined) return missing ?? {};
      return atFields(await save(content, values.changeNote), resourceField);
    },
    onDone: () => {
      keepText(keptAs, undefined);
      onDone();
    },
  });
  const { values, outcome } = form;
  const isSaved = outcome?.result !== undefined && outcome.result.fields === undefined && outcome.problem === undefined;
  useEffect(() => {
    if (values !== initial && !isSaved) keepText(keptAs, textsOf(values));
  }, [values, initial, keptAs, isSaved]);
  return (
    <Form form={isSending ? waiting(form) : form} submitLabel={t('resourceForm.save')}>
      <ResourceFields form={form} onBusy={setSending} {...{ courses, fileLimits }} />
      {isRevision && (
        <TextField
          name="changeNote"
          label={t('resourceForm.changeNote')}
          hint={t('resourceForm.changeNoteHint')}
          isOptional
        />
      )}
    </Form>
  );
}

/** The form while a file is on its way: saved now, it would leave the file behind. */
function waiting(form: FormState): FormState {
  return { ...form, isBusy: true, submit: () => Promise.resolve() };
}

function textsOf(values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | readonly string[]] => entry[1] !== true && entry[1] !== false,
    ),
  );
}

type ResourceFieldsProps = Pick<ResourceFormProps, 'courses' | 'fileLimits'> & {
  readonly form: FormState;
  readonly onBusy: (isBusy: boolean) => void;
};

function ResourceFields({ form, courses, fileLimits, onBusy }: ResourceFieldsProps): ReactElement {
  const { t } = useTexts();
  const { kind, fileId } = form.values;
  const isPointer = typeof kind === 'string' && pointerKinds.includes(kind);
  const takesFiles = fileLimits != null;
  const kinds = resourceKinds.filter((each) => each !== 'FILE' || each === kind || takesFiles);
  return (
    <>
      <TextField name="title" label={t('resourceForm.title')} />
      <TextAreaField name="summary" label={t('resourceForm.summary')} hint={t('resourceForm.summaryHint')} rows={2} />
      <SelectField
        name="kind"
        label={t('filter.kind')}
        options={kinds.map((value) => ({ value, label: t(`resourceKind.${value}`) }))}
      />
      {isPointer && (
        <TextField name="address" type="url" label={t('resourceForm.address')} hint={t('resourceForm.addressHint')} />
      )}
      {!isPointer && (takesFiles || fileId !== '') && (
        <Suspense fallback={<SkeletonList count={1} height="4rem" />}>
          <FileField form={form} limits={fileLimits} onBusy={onBusy} />
        </Suspense>
      )}
      <TextAreaField name="body" label={t('resourceForm.body')} hint={t('resourceForm.bodyHint')} rows={12} />
      <SelectField
        name="language"
        label={t('library.by.language')}
        options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="subject" label={t('library.subject')} />
      <TextField name="tags" label={t('library.by.tag')} hint={t('resourceForm.tagsHint')} isOptional />
      {courses.length > 0 && (
        <CheckboxesField
          name="courseIds"
          label={t('resourceForm.courses')}
          options={courses.map(({ id, programme, year }) => ({
            value: id,
            label: t('library.courseOf', { programme, year }),
          }))}
        />
      )}
      <RadioField
        name="licence"
        label={t('library.licence')}
        hint={t('resourceForm.licenceHint')}
        options={licenceNames.map((value) => ({ value, label: `${licences[value]}: ${t(`licence.${value}`)}` }))}
      />
    </>
  );
}
