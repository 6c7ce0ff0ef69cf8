// Draws its children once the words of mapping are there.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '../../locale/locale.ts';

export function WithMappingWords({ children }: { readonly children: ReactNode }): ReactNode {
  const { i18n } = useTranslation();
  const [isThere, setThere] = useState(() => i18n.hasResourceBundle(i18n.language, 'mapping'));
  useEffect(() => {
    void loadWords(i18n, 'mapping').then(() => setThere(true));
  }, [i18n]);
  return isThere ? children : null;
}
