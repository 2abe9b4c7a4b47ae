import type { ReactElement } from 'react';
import { FileList, fileKind, useGraphAsk, useTexts } from '@guildhall/ui';
import { fileAddressDocument, type ShownResourceFile } from './file-documents.js';

export { fileWords as words } from '@guildhall/ui';

/** The file of a resource: what it is, how large, what is known of malware in it, and the way to fetch it. */
export function FilePart({ file }: { readonly file: ShownResourceFile }): ReactElement {
  const { t } = useTexts();
  const ask = useGraphAsk(fileAddressDocument);
  return (
    <FileList
      files={[file]}
      aboutOf={({ contentType }) => t(`files.kinds.${fileKind(contentType)}`)}
      open={async (id) => (await ask({ id }))?.resourceFileAddress?.url}
    />
  );
}
