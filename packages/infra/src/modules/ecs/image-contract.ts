/** What tasks expect of the images that run in them; the Dockerfiles of the apps keep it. */

/** Where page and API listen: the article's security groups open these. */
export const PORTS = { frontend: 3000, backend: 5000 } as const;

/** The user `node` of the official images of Node. */
export const NODE_USER = "1000:1000";

/** Where the API's image has the certificates that sign Aurora's: Node does not know AWS's authority for RDS. */
export const DATABASE_CA = "/etc/ssl/rds/global-bundle.pem";

/** Where both images may write: all else is read-only. */
export const SCRATCH_FOLDER = "/tmp";
