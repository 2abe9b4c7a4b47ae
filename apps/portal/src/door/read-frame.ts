import { decodeQR } from 'qr/decode.js';

/** Reads the QR code in what a video shows, or nothing; the same text again within three seconds is nothing. */
export type FrameReader = (video: HTMLVideoElement) => Promise<string | undefined>;

const forgetMs = 3_000;
/** Wide enough for a pass that fills a third of the picture, small enough for an old phone. */
const widthMax = 720;

/** A reader of pictures: it looks at one at a time and remembers what it has told. */
export function createFrameReader(): FrameReader {
  const canvas = document.createElement('canvas');
  let isBusy = false;
  let last = { text: '', at: 0 };
  return async (video) => {
    if (isBusy || video.videoWidth === 0) return undefined;
    isBusy = true;
    try {
      const text = readPicture(video, canvas);
      const now = performance.now();
      const isKnown = text === last.text && now - last.at < forgetMs;
      if (text !== undefined) last = { text, at: now };
      return isKnown ? undefined : text;
    } finally {
      isBusy = false;
    }
  };
}

function readPicture(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | undefined {
  const scale = Math.min(1, widthMax / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // Most pictures show no code; the library says so by throwing.
    return undefined;
  }
}
