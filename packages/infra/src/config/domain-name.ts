const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/iu;

/** Why this is not the name of a host on the Internet, with the fix; undefined for a good one. */
export function domainNameFault(name: string): string | undefined {
  if (/^[a-z]+:\/\//iu.test(name)) return "is a URL; give the name alone, without https://";
  if (name.length > 253) return `has ${name.length} characters; a domain name has at most 253`;
  const labels = name.split(".");
  if (labels.length < 2) return 'has no dot; give the whole name, such as "captions.example.com"';
  const bad = labels.find((label) => !LABEL.test(label));
  return bad === undefined ? undefined : `has the part "${bad}", which no domain name can have`;
}
