// Draws its children once the words of contracts and calendars are there.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '../../locale/locale.ts';

export function WithFeeWords({ children }: { readonly children: ReactNode }): ReactNode {
  const { i18n } = useTranslation();
  const [isThere, setThere] = useState(() => i18n.hasResourceBundle(i18n.language, 'fees'));
  useEffect(() => {
    void loadWords(i18n, 'fees').then(() => setThere(true));
  }, [i18n]);
  return isThere ? children : null;
}
