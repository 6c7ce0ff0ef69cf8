// What the words of the sheet mean: order statuses, kinds of money, directions. New words stand first and must be answered.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetTable } from '../../../core/sheet-table.ts';
import { roleOf } from '../../mapping/column-roles.ts';
import { wordsOf } from '../../mapping/sheet-columns.ts';
import type { Draft } from '../../mapping/start-draft.ts';
import { aboutOf, type WordGroup, withMeaning, withNewWords, wordGroups } from '../../mapping/word-meanings.ts';
import { useStyles } from '../styles.ts';
import type { Editor } from './editor.ts';
import { MeaningChoice, UnknownWord } from './meaning-choice.tsx';

export function WordsCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, trial } = editor;
  const unknown = trial.outcome === 'refused' ? (trial.refusal.values ?? []) : [];
  const { sheet, columns } = editor;
  const refundWords = useMemo(() => refundWordsOf(sheet.table, draft, columns), [sheet, draft, columns]);
  const groups = wordGroups(draft.mapping, refundWords);
  if (groups.length + unknown.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="words">
      <h2 id="words" className={styles.heading}>
        {t('words.title')}
      </h2>
      {unknown.map((value) => (
        <UnknownWord
          key={JSON.stringify([value.words, value.values])}
          sheetId={editor.sheet.id}
          unknown={value}
          meaning={null}
          about={aboutOf(value)}
          onChange={(meaning) => editor.change(withNewWords(draft.mapping, [{ unknown: value, meaning }]))}
        />
      ))}
      {groups.map((group) => (
        <GroupOfWords key={group.words} editor={editor} group={group} />
      ))}
    </section>
  );
}

/** What stands in the column of refund states: the mapping names only the words that mean money went back. */
function refundWordsOf(table: SheetTable, { mapping, headerIndex }: Draft, columns: Editor['columns']): string[] {
  const column = columns.find(({ place }) => roleOf(mapping, place) === 'refundStatus');
  return column ? wordsOf({ table, headerIndex }, mapping, column.index) : [];
}

function GroupOfWords({ editor, group }: { readonly editor: Editor; readonly group: WordGroup }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  return (
    <details className={styles.details} open={editor.draft.base === null}>
      <summary>{t('words.of', { columns: group.columns.join(' + '), n: group.entries.length })}</summary>
      <ul className={styles.list}>
        {group.entries.map(({ text, meaning }, at) => (
          <MeaningChoice
            key={at}
            word={text}
            about={group.about}
            meaning={meaning}
            onChange={(chosen) => editor.change(withMeaning(mapping, group, at, chosen))}
          />
        ))}
      </ul>
    </details>
  );
}
