import type { ReactElement } from 'react';
import { FileList, fileKind, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { openFileDocument, type ShownResourceFile } from './file-documents.js';

export { fileWords as words } from '@guildhall/ui';

/** The file of a resource: what it is, how large, what is known of malware in it, and the way to fetch it. */
export function FilePart({ file }: { readonly file: ShownResourceFile }): ReactElement {
  const { t } = useTexts();
  const open = useAction(openFileDocument, (data) => data.openResourceFile);
  return (
    <FileList
      files={[file]}
      aboutOf={({ contentType }) => t(`files.kinds.${fileKind(contentType)}`)}
      open={async (fileId) => {
        const { result } = await open({ input: { fileId } });
        return result?.__typename === 'OpenResourceFileSuccess' ? result.downloadUrl : undefined;
      }}
    />
  );
}
