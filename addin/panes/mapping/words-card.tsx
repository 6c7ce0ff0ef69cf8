// What the words of the sheet mean: order statuses, kinds of money, directions. New words stand first and must be answered.
import { useTranslation } from 'react-i18next';
import { aboutOf, type WordGroup, withMeaning, withNewWords, wordGroups } from '../../mapping/word-meanings.ts';
import { useStyles } from '../styles.ts';
import type { Editor } from './editor.ts';
import { MeaningChoice, UnknownWord } from './meaning-choice.tsx';

export function WordsCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, trial } = editor;
  const unknown = trial.outcome === 'refused' ? (trial.refusal.values ?? []) : [];
  const groups = wordGroups(draft.mapping);
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

function GroupOfWords({ editor, group }: { readonly editor: Editor; readonly group: WordGroup }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  return (
    <details className={styles.details} open={editor.draft.base === null}>
      <summary>{`${t('words.of', { columns: group.columns.join(' + ') })} (${group.entries.length})`}</summary>
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
