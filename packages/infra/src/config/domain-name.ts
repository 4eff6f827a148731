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

/** ACM takes no longer name as a certificate's first. */
const LONGEST_CERTIFIED = 64;

/**
 * Why no certificate can be had for the name that the load balancer has, as a sentence with the fix;
 * undefined for a name that can have one. Behind CloudFront, it is `origin.` and the domain.
 */
export function certifiedNameFault(name: string, behindCdn: boolean): string | undefined {
  const domain = siteDomain(name);
  if (domain === undefined) return undefined;
  const certified = originName(domain, behindCdn);
  const over = certified.length - LONGEST_CERTIFIED;
  if (over <= 0) return undefined;
  return `"${domain}" makes "${certified}" the name of a certificate, which has ${certified.length} characters of at most ${LONGEST_CERTIFIED}: use a domain of at most ${domain.length - over}.`;
}

/** The load balancer's name: behind CloudFront, which has the site's own, it needs another that CloudFront can check. */
export const originName = (domain: string, behindCdn: boolean): string =>
  behindCdn ? `origin.${domain}` : domain;

/** The article's stand-in for a domain: nobody's, so nothing can be reached under it. */
const PLACEHOLDER_DOMAIN = "your-domain.com";

const isPlaceholder = (name: string): boolean =>
  name === PLACEHOLDER_DOMAIN || name.endsWith(`.${PLACEHOLDER_DOMAIN}`);

/** The domain the site is reached under; undefined where there is none, or only the article's placeholder. */
export const siteDomain = (name: string): string | undefined =>
  name === "" || isPlaceholder(name) ? undefined : name;

/** Why a domain and a hosted zone do not go together, as a sentence with the fix; undefined for a pair that does. */
export function domainZoneFault(
  name: string,
  hostedZoneId: string | undefined,
): string | undefined {
  const domain = siteDomain(name);
  if (domain !== undefined && hostedZoneId === undefined) {
    return `"${domain}" needs a zone of Route 53 for its records and certificates: set hostedZoneId, or leave domainName out.`;
  }
  if (domain === undefined && hostedZoneId !== undefined) {
    return `"${hostedZoneId}" is the zone of no domain: set domainName to a name in it, or leave hostedZoneId out.`;
  }
  return undefined;
}
