"use client";

import { createContext, type ReactNode, useContext } from "react";

export type FaultWords = {
  heading: string;
  text: string;
  id: string;
  retry: string;
  home: string;
  homeHref: string;
};

const Words = createContext<FaultWords | null>(null);

/** Hands the error page its few sentences, because it runs in the browser, where no catalogue is. */
export function FaultWordsProvider({ words, children }: { words: FaultWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export const useFaultWords = (): FaultWords | null => useContext(Words);
