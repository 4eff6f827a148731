/** The language to write in: the chosen one where it is offered here, else what comes nearest. */
export function offeredLanguage(
  chosen: string,
  languages: "any" | readonly string[] | undefined,
): string {
  if (languages === undefined || languages === "any" || languages.includes(chosen)) return chosen;
  const base = new Intl.Locale(chosen).language;
  return languages.find((tag) => tag === base) ?? languages[0] ?? chosen;
}
