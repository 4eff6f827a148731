/** The commands of a Markdown page: the content of its `sh` blocks, in their order. */
export function shellBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, body = ""]) => body.trim());
}

/** The targets of a Markdown page's links and pictures that lie in the repository. */
export function localLinks(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/u.test(target));
}

/** The scripts that a page tells to run with `npm` or `pnpm`, in its code, once each. */
export function scriptsNamed(markdown: string): string[] {
  const names = [...markdown.matchAll(/(?:^|`)p?npm (?:run )?([a-z][a-z:-]*)/gmu)].map(
    ([, name = ""]) => name,
  );
  return [...new Set(names)];
}

/** What a Markdown page's headings are linked by, as GitHub makes it of their words. */
export function headingIds(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
