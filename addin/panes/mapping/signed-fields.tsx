// Who changes a mapping and why: asked wherever something goes into the team's library.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signed } from '../../library-client.ts';
import { useSessionState } from '../use-session.ts';
import { ShortField } from './short-field.tsx';

interface SignedState {
  readonly value: Signed;
  readonly isComplete: boolean;
  readonly change: (part: Partial<Signed>) => void;
}

/** @param reason what the note says until somebody writes another */
export function useSigned(reason = ''): SignedState {
  const { settings } = useSessionState();
  const [typed, setTyped] = useState<Partial<Signed>>({});
  const value = { author: typed.author ?? settings.author, note: typed.note ?? reason };
  const isComplete = value.author.trim() !== '' && value.note.trim() !== '';
  return { value, isComplete, change: (part) => setTyped({ ...typed, ...part }) };
}

export function SignedFields({ signed }: { readonly signed: SignedState }) {
  const { t } = useTranslation('mapping');
  const { value, change } = signed;
  return (
    <>
      <ShortField label={t('save.author')} value={value.author} required onChange={(author) => change({ author })} />
      <ShortField label={t('save.note')} value={value.note} required onChange={(note) => change({ note })} />
    </>
  );
}
