// The mapping view itself: what the draft makes of the sheet above, what each column is below, and the way into the library.
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingAnswers } from '../../../core/mapping/decide-styles.ts';
import { hintsOf, othersOf, startDraft } from '../../mapping/sheet-hints.ts';
import { sheetColumns } from '../../mapping/sheet-columns.ts';
import type { Draft, MappingStart } from '../../mapping/start-draft.ts';
import type { SheetToMap } from '../../session.ts';
import { useStyles } from '../styles.ts';
import { AdviceCard } from './advice-card.tsx';
import { ColumnsCard } from './columns-card.tsx';
import { DriftCard } from './drift-card.tsx';
import type { Editor } from './editor.ts';
import { LayoutCard } from './layout-card.tsx';
import { MissingColumns } from './missing-columns.tsx';
import { ProofOfRows } from './proof-of-rows.tsx';
import { RulesCard } from './rules-card.tsx';
import { SaveCard } from './save-card.tsx';
import { TrialPreview } from './trial-preview.tsx';
import { useTrial } from './use-trial.ts';
import { WordsCard } from './words-card.tsx';

interface MappingEditorProps {
  readonly sheet: SheetToMap;
  readonly start: MappingStart;
  readonly onClose: () => void;
}

export function MappingEditor({ sheet, start, onClose }: MappingEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const editor = useEditor(sheet, start);
  const { draft, first } = editor;
  return (
    <>
      <section className={styles.card} aria-labelledby="mapping">
        <h2 id="mapping" className={styles.title}>
          {t(draft.base ? 'repair' : 'title')}
        </h2>
        <p className={styles.hint}>{t('hint')}</p>
        <div className={styles.wrap}>
          <Button size="small" onClick={onClose}>
            {t('close')}
          </Button>
          {draft !== first && (
            <Button size="small" appearance="subtle" onClick={() => editor.restart(first)}>
              {t('startOver')}
            </Button>
          )}
        </div>
      </section>
      <DriftCard editor={editor} />
      <ProofOfRows editor={editor} />
      <AdviceCard editor={editor} />
      <LayoutCard editor={editor} />
      <ColumnsCard key={draft.headerIndex} editor={editor} />
      <MissingColumns editor={editor} />
      <WordsCard editor={editor} />
      <RulesCard editor={editor} />
      <TrialPreview trial={editor.trial} />
      <SaveCard editor={editor} onDone={onClose} />
    </>
  );
}

/** The draft and everything that follows from it. */
function useEditor(sheet: SheetToMap, start: MappingStart): Editor & { readonly first: Draft } {
  const hints = useMemo(() => hintsOf(sheet), [sheet]);
  const others = useMemo(() => othersOf(sheet), [sheet]);
  const [first] = useState(() => startDraft(sheet, start, hints));
  const [draft, setDraft] = useState(first);
  const { mapping, headerIndex } = draft;
  const { table } = sheet;
  const columns = useMemo(() => sheetColumns({ table, headerIndex }, mapping), [table, headerIndex, mapping]);
  const [answers, setAnswers] = useState<ReadingAnswers>({});
  const beside = useMemo(() => ({ others, answers }), [others, answers]);
  const trial = useTrial({ table, headerIndex }, mapping, beside);
  const answer: Editor['answer'] = (part) => setAnswers({ ...answers, ...part });
  const change: Editor['change'] = (changed) => setDraft({ ...draft, mapping: changed });
  return { sheet, draft, first, hints, columns, trial, answers, answer, change, restart: setDraft };
}
