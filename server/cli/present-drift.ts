// A known report whose columns were renamed, side by side: what each was called, what it may be called now, and why.
import type { Language } from '../../core/language.ts';
import type { Drift, DriftFact } from '../../core/mapping/detect-drift.ts';
import { checkWord } from './check-words.ts';
import { contentWord } from './infer-words.ts';
import { alignColumns, labelled } from './text-columns.ts';

export function driftLines(drift: Drift, language: Language): string[] {
  const { mapping, renames, gone, added, complete } = drift;
  const say = (key: Parameters<typeof checkWord>[0]) => checkWord(key, language);
  const comma = language === 'en' ? ', ' : '、';
  const table = renames.map(({ was, now, evidence }) => [
    ...[was, '→', now],
    evidence.map((fact) => driftSentence(fact, language)).join(comma),
  ]);
  const heads = [say('was'), '', say('now'), say('why')];
  const list = (key: 'gone' | 'added', names: readonly string[]) =>
    names.length === 0 ? [] : [labelled(say(key), names.join(comma), language)];
  return [
    labelled(say('drift'), `${mapping.title[language]} (${mapping.id} v${mapping.version})`, language),
    ...(table.length === 0 ? [] : alignColumns([heads, ...table], ['left', 'left', 'left', 'left'])).map(indent),
    ...list(
      'gone',
      gone.map(({ header, required }) => (required ? `${header} (${say('required')})` : header)),
    ),
    ...list(
      'added',
      added.map(({ header }) => header),
    ),
    complete ? say('acceptDrift') : say('notComplete'),
  ];
}

/** Suggested, and used by nothing: `next` is the mapping as it would be once a person has accepted the names. */
export function driftJson(drift: Drift, language: Language): object {
  return {
    ...drift,
    mapping: drift.mapping.id,
    message: checkWord(drift.complete ? 'acceptDrift' : 'notComplete', language),
  };
}

const indent = (line: string) => `  ${line}`;

function driftSentence(fact: DriftFact, language: Language): string {
  switch (fact.fact) {
    case 'likeName':
      return {
        'zh-TW': `名稱相似 ${fact.percent}%`,
        'zh-CN': `名称相似 ${fact.percent}%`,
        en: `name alike ${fact.percent}%`,
      }[language];
    case 'samePlace':
      return { 'zh-TW': '位置相同', 'zh-CN': '位置相同', en: 'same place' }[language];
    case 'sameKindOfValues': {
      const kind = contentWord(fact.of, language);
      return { 'zh-TW': `值為${kind}`, 'zh-CN': `值为${kind}`, en: `values: ${kind}` }[language];
    }
    case 'makesNetRight': {
      const { before, holdsOn, rows } = fact;
      return {
        'zh-TW': `加入後 ${holdsOn}/${rows} 列相符（原 ${before}）`,
        'zh-CN': `加入后 ${holdsOn}/${rows} 行相符（原 ${before}）`,
        en: `with it ${holdsOn} of ${rows} rows add up (before ${before})`,
      }[language];
    }
    case 'isTheSum':
      return { 'zh-TW': '每列等於各欄合計', 'zh-CN': '每行等于各列合计', en: 'equals the sum on every row' }[language];
  }
}
