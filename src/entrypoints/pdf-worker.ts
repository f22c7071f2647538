/** The part of pdf.js that reads a file; loaded only for a PDF that the reader opens. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
