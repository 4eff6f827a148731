/** Takes Markdown's marks off a text and keeps its words; links keep their address. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/^```\w*\n([\s\S]*?)\n?```$/u, "$1")
    .replace(/^#{1,6} +(?=\S)/gmu, "")
    .replace(/^> ?/gmu, "")
    .replace(/^\s*(?:[-*_] ?){3,}$/gmu, "")
    .replace(/!?\[([^\]\n]+)\]\((https?:[^)\s]+)\)/gu, "$1 $2")
    .replace(/(\*\*\*|\*\*|__)(?=\S)([^\n]*?\S)\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_#])_(?=[^\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/`([^`\n]+)`/gu, "$1");
}
