"use client";

import { useEffect, useRef } from "react";

/** Calls back each time the service came back, with what is then to be done. */
export function useRecovery(returns: number, onReturn: () => void) {
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  useEffect(() => {
    if (returns > 0) latest.current();
  }, [returns]);
}
