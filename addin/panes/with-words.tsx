// Draws its children once the words of their part of the pane are there.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords, type PartWithWords } from '../locale/locale.ts';

interface WithWordsProps {
  readonly part: PartWithWords;
  readonly children: ReactNode;
}

export function WithWords({ part, children }: WithWordsProps): ReactNode {
  const { i18n } = useTranslation();
  const [isThere, setThere] = useState(() => i18n.hasResourceBundle(i18n.language, part));
  useEffect(() => {
    void loadWords(i18n, part).then(() => setThere(true));
  }, [i18n, part]);
  return isThere ? children : null;
}
