// Draws its children once the words of the work list are there.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '../../locale/locale.ts';

export function WithWorkWords({ children }: { readonly children: ReactNode }): ReactNode {
  const { i18n } = useTranslation();
  const [isThere, setThere] = useState(() => i18n.hasResourceBundle(i18n.language, 'work'));
  useEffect(() => {
    void loadWords(i18n, 'work').then(() => setThere(true));
  }, [i18n]);
  return isThere ? children : null;
}
