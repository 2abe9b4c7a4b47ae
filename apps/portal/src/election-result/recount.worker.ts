import { recountContest } from '@guildhall/client';
import type { RecountAnswer, RecountRequest } from './recount-request.js';

// Beside the page, so that it keeps answering while a large contest is counted.
globalThis.addEventListener('message', ({ data }: MessageEvent<RecountRequest>) => {
  const { contest, ballotFile, seed } = data;
  const answer: RecountAnswer = recountContest(contest, ballotFile, seed);
  globalThis.postMessage(answer);
});
