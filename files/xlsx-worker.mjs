// The library's reader on a thread of its own, started by read-xlsx-beside.ts. Plain JavaScript: the thread begins with
// its work and not with a compiler.
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';

parentPort?.postMessage(await readXlsx(workerData.bytes, workerData.options));
