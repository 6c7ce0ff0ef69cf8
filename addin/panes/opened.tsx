// Around every view and form that opens: the keyboard's focus goes into it, and back to where it came from.
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { enter, goBack, isFocusLost, openerIn, paneAround } from './focus-places.ts';

/** For the focus alone: it takes no room among its neighbours. */
const useOwnStyles = makeStyles({ place: { display: 'contents' } });

export function Opened({ children }: { readonly children: ReactNode }) {
  const own = useOwnStyles();
  const place = useRef<HTMLDivElement>(null);
  // Looked at while the control is still there: what opens may stand in its place a moment later.
  const [{ active, opener }] = useState(() => ({
    active: document.activeElement,
    opener: openerIn(document.activeElement),
  }));
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const pane = paneAround(element);
    const around = ancestorsOf(element);
    const stays = opener !== null && [active, opener.control].includes(document.activeElement);
    const giveUp = stays || isFocusLost(pane) ? enter(pane, element) : () => {};
    return () => {
      giveUp();
      if (isFocusLost(pane)) goBack(pane, opener, around);
    };
  }, [active, opener]);
  return (
    <div ref={place} className={own.place}>
      {children}
    </div>
  );
}

function ancestorsOf(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement)
    ancestors.push(one);
  return ancestors;
}
