// Where the result goes is tried before anything is read or booked: afterwards it would be too late to say that it cannot be.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { cannotWrite, wouldOverwrite } from './file-not-opened.ts';

/** @throws FileNotOpened when the place is one of the files to read, or cannot be written */
export async function placeToWrite(out: string, files: readonly string[]): Promise<void> {
  if (files.some((file) => resolve(file) === resolve(out))) throw wouldOverwrite(out);
  try {
    const there = await stat(out).catch(() => null);
    if (there?.isDirectory()) throw new Error('a folder');
    await access(there === null ? dirname(resolve(out)) : out, constants.W_OK);
  } catch (error) {
    throw cannotWrite(out, error);
  }
}
