/** Troubles of the platform's own, told from mistakes and from what is not there. */

/**
 * What the platform says of its own troubles: a server that failed, a quota of the day, a time that ran out
 * (https://developers.google.com/apps-script/guides/services/quotas, https://developers.google.com/apps-script/guides/support/troubleshooting).
 * What it says of a wrong argument is none of these.
 */
const platform =
  /server error|try again|timed out|too many times|unavailable|internal error|maximum execution time/i;

export const isPlatformTrouble = (error: unknown): boolean =>
  error instanceof Error && error.name === 'Exception' && platform.test(error.message);
