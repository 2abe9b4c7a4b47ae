/* Writes one transcript as a tagged PDF, apart from the thread that answers requests: fitting the font takes a moment. */
import { createRequire } from 'node:module';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import PDFDocument from 'pdfkit';
import type { Transcript, TranscriptTable } from './transcript.js';

/** A transcript and the instant that the file says it was made at. */
export type TranscriptTask = { readonly transcript: Transcript; readonly madeAt: Date };

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
const margin = 56;
const bodySize = 10.5;

/** The document as a PDF with a language, a title, headings, tables with header cells, and a font of its own. */
export function writeTranscript({ transcript, madeAt }: TranscriptTask): Promise<Uint8Array> {
  const { language, title, lead, tables, closing } = transcript;
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: title, CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.registerFont('body', font);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (tag: string, size: number, text: string): void => {
    root.add(
      pdf.struct(tag, {}, () => {
        pdf.font('body').fontSize(size).text(text, margin, pdf.y).moveDown(0.5);
      }),
    );
  };
  add('H1', 20, title);
  for (const line of lead) add('P', bodySize, line);
  for (const table of tables) {
    add('H2', 14, table.heading);
    addTable(pdf, root, table);
    pdf.moveDown(1);
  }
  for (const line of closing) add('P', 9, line);
  root.end();
  pdf.end();
  return done;
}

type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

/** The rows come into the table one by one, so that each is drawn where the one before ended. */
function addTable(pdf: PDFKit.PDFDocument, root: Structure, { columns, rows }: TranscriptTable): void {
  const table = pdf.struct('Table');
  root.add(table);
  table.add(drawRow(pdf, 'TH', columns));
  for (const row of rows) table.add(drawRow(pdf, 'TD', row));
  table.end();
}

/** A row keeps together: what does not fit begins on the next page. */
function drawRow(pdf: PDFKit.PDFDocument, tag: 'TH' | 'TD', cells: readonly string[]): Structure {
  // The first column says what, and is twice as wide as the others.
  const unit = (pdf.page.width - 2 * margin) / (cells.length + 1);
  const widthOf = (index: number): number => (index === 0 ? 2 : 1) * unit - 8;
  const leftOf = (index: number): number => margin + (index === 0 ? 0 : (index + 1) * unit);
  pdf.font('body').fontSize(bodySize);
  const height = Math.max(...cells.map((cell, index) => pdf.heightOfString(cell, { width: widthOf(index) }))) + 6;
  if (pdf.y + height > pdf.page.height - margin) pdf.addPage();
  const top = pdf.y;
  const row = pdf.struct('TR');
  cells.forEach((cell, index) => {
    row.add(pdf.struct(tag, {}, () => void pdf.text(cell, leftOf(index), top, { width: widthOf(index) })));
  });
  row.end();
  pdf.y = top + height;
  return row;
}

// This file is also the thread: whoever only imports it writes nothing.
if (!isMainThread && isTask(workerData)) parentPort?.postMessage(await writeTranscript(workerData));

function isTask(value: unknown): value is TranscriptTask {
  return typeof value === 'object' && value !== null && 'transcript' in value && 'madeAt' in value;
}
