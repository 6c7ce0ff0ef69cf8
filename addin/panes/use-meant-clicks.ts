// A double click where a single one was asked for. What the first click opened may lie under the pointer by the second one:
// "Cancel" where "Reconcile" stood, the next row's button where its own was. Nobody meant those.
import { type MouseEvent, useRef } from 'react';

/** For `onClickCapture`: the further clicks of a double click reach only the button that took the first one. */
export function useMeantClicks(): (event: MouseEvent) => void {
  const first = useRef<Element | null>(null);
  return (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.detail < 2) first.current = button;
    else if (button !== null && button !== first.current) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
