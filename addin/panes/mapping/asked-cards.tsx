// What only the user can say of a sheet: words without meaning, amounts and days that read two ways, hidden rows, and
// whether a mapping with unsure facts is right.
import { isConfirmed } from '../../confirmation.ts';
import type { CheckedSheet } from '../../session.ts';
import { useSessionState } from '../use-session.ts';
import { ConfirmCard } from './confirm-card.tsx';
import { HiddenRowsCard } from './hidden-rows-card.tsx';
import { QuestionsCard } from './questions-card.tsx';
import { UnknownValuesCard } from './unknown-values-card.tsx';
import { WithWords } from '../with-words.tsx';

export function AskedCards({ checked }: { readonly checked: CheckedSheet }) {
  return (
    <WithWords part="mapping">
      <Cards checked={checked} />
    </WithWords>
  );
}

function Cards({ checked }: { readonly checked: CheckedSheet }) {
  const { facts } = useSessionState();
  const { check, sheetId, hasHiddenRows } = checked;
  if (check.outcome !== 'refused') {
    return (
      <>
        {hasHiddenRows && <HiddenRowsCard sheetId={sheetId} />}
        {!isConfirmed(check.recognised.mapping, facts) && <ConfirmCard check={check} />}
      </>
    );
  }
  const { values, questions, nearest } = check.refusal;
  if (values && nearest) return <UnknownValuesCard sheetId={sheetId} mappingId={nearest.id} values={values} />;
  return questions ? <QuestionsCard sheetId={sheetId} questions={questions} /> : null;
}
