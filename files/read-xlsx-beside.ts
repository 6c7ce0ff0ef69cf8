// Large workbooks on a thread of their own: several files are parsed at once, and the program starts up meanwhile.
import { Worker } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';
import type { ReadXlsx } from './read-xlsx.ts';

/** In MB. With Node's 16 the thread copies young cells half of its time; with 96 it is no faster than with 48. */
const YOUNG_SPACE = 48;

/** A thread that fails does so for the file's sake or for its own: here the file is judged once more. */
export const readXlsxBeside: ReadXlsx = (bytes, options) =>
  onThread({ bytes, options }).catch(() => readXlsx(bytes, options));

function onThread(workerData: object): ReturnType<ReadXlsx> {
  return new Promise((resolve, reject) => {
    const script = new URL('./xlsx-worker.mjs', import.meta.url);
    const worker = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_SPACE } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
