// The way from any card of the pane to the mapping view.
import { createContext, useContext } from 'react';
import type { MappingStart } from '../mapping/start-draft.ts';

export const OpenMappingContext = createContext<(start: MappingStart) => void>(() => {});

export function useOpenMapping(): (start: MappingStart) => void {
  return useContext(OpenMappingContext);
}
