// Which rows and columns are in sight. Changes in steps, so that scrolling redraws now and then and not at each pixel.
import { useCallback, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { GridLayout } from './grid-layout.ts';

export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface Viewport {
  readonly rows: Span;
  readonly columns: Span;
}

export const HEAD = { width: 52, height: 22 } as const;
const STEP = { rows: 12, columns: 4 } as const;

/** Rounds a span outwards, so that there is always a little more than what is in sight. */
function widen(first: number, last: number, step: number, count: number): Span {
  return {
    first: Math.max(0, Math.floor(first / step) * step - step),
    last: Math.min(count - 1, Math.ceil((last + 1) / step) * step + step - 1),
  };
}

export function viewportOf(
  layout: GridLayout,
  box: { left: number; top: number; width: number; height: number },
): Viewport {
  const { rows, columns, frozen } = layout;
  const top = box.top + rows.start(frozen.rows);
  const left = box.left + columns.start(frozen.columns);
  return {
    rows: widen(rows.at(top), rows.at(box.top + box.height), STEP.rows, rows.count),
    columns: widen(columns.at(left), columns.at(box.left + box.width), STEP.columns, columns.count),
  };
}

const same = (a: Viewport, b: Viewport): boolean =>
  [a.rows.first - b.rows.first, a.rows.last - b.rows.last].every((each) => each === 0) &&
  [a.columns.first - b.columns.first, a.columns.last - b.columns.last].every((each) => each === 0);

const START: Viewport = { rows: { first: 0, last: 59 }, columns: { first: 0, last: 25 } };

/** @param scroller the element that scrolls; @returns what is in sight of it, and what to call when it scrolled */
export function useViewport(scroller: RefObject<HTMLDivElement | null>, layout: GridLayout): [Viewport, () => void] {
  const [viewport, setViewport] = useState(START);
  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const box = {
      left: element.scrollLeft,
      top: element.scrollTop,
      width: element.clientWidth,
      height: element.clientHeight,
    };
    const next = viewportOf(layout, box);
    setViewport((before) => (same(before, next) ? before : next));
  }, [scroller, layout]);
  useLayoutEffect(() => {
    measure();
    const element = scroller.current;
    if (!element) return;
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [measure, scroller]);
  return [viewport, measure];
}
