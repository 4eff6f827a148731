interface Named {
  readonly projectName: string;
  readonly environment: string;
}

/** AWS gives a load balancer no more. */
const LONGEST = 32;

/** Why the load balancer's name is one AWS refuses, as a sentence with the fix; undefined for a good one. */
export function loadBalancerNameFault({ projectName, environment }: Named): string | undefined {
  const name = `${projectName}-${environment}-alb`;
  if (name.length <= LONGEST) return undefined;
  const most = LONGEST - (name.length - projectName.length);
  return `"${projectName}" makes "${name}" the name of the load balancer, which has ${name.length} characters of at most ${LONGEST}: use at most ${most} for ${environment}.`;
}
