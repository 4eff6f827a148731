/** Calls back when the browser is online again, and when somebody looks at the page again; returns how to stop. */
export function onReturn(listener: () => void): () => void {
  const onVisible = () => document.visibilityState === "visible" && listener();
  window.addEventListener("online", listener);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", listener);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
