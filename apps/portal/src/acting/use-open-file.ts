import { useAction } from '../graph/use-action.js';
import { openAttachmentDocument } from './file-documents.js';

/** Gives the address of a file of a case. */
export function useOpenFile(caseId: string): (attachmentId: string) => Promise<string | undefined> {
  const open = useAction(openAttachmentDocument, (data) => data.openAttachment);
  return async (attachmentId) => {
    const { result } = await open({ input: { caseId, attachmentId } });
    return result?.__typename === 'OpenAttachmentSuccess' ? result.downloadUrl : undefined;
  };
}
