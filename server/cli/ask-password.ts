// The password of a file: from the environment, or asked at the terminal without showing it. It is given to the one who
// opens the file and kept nowhere.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Language, Translated } from '../../core/language.ts';

/** @param tries how often a wrong one was given for this file. Null: nobody knows it. */
export type AskPassword = (file: string, tries: number) => Promise<string | null>;

const TRIES_MAX = 3;

const QUESTION: Translated<(file: string) => string> = {
  'zh-TW': (file) => `「${file}」的密碼：`,
  'zh-CN': (file) => `“${file}”的密码：`,
  en: (file) => `Password of "${file}": `,
};

const AGAIN: Translated = { 'zh-TW': '密碼不正確。', 'zh-CN': '密码不正确。', en: 'Wrong password. ' };

/** Once from the environment, where a script cannot answer; else up to three times from the terminal, if there is one. */
export function passwordFrom(
  variable: string | null,
  environment: Readonly<Record<string, string | undefined>>,
  ask: ((question: string) => Promise<string | null>) | null,
  language: Language,
): AskPassword {
  return async (file, tries) => {
    if (variable !== null) return tries === 0 ? (environment[variable] ?? null) : null;
    if (ask === null || tries >= TRIES_MAX) return null;
    return ask(`${tries > 0 ? AGAIN[language] : ''}${QUESTION[language](file)}`);
  };
}

/** Asks at the terminal; what is typed is not shown. Null when there is no terminal, or the answer is refused. */
export function terminalAsk(): ((question: string) => Promise<string | null>) | null {
  return process.stdin.isTTY && process.stderr.isTTY ? askHidden : null;
}

async function askHidden(question: string): Promise<string | null> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(question);
  try {
    return await new Promise((answer) => {
      reader.once('close', () => answer(null));
      reader.question('', answer);
    });
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
