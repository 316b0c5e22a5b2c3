/** From addresses of the live service, as scripts make them, to the same file in this face. */

const forms: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^\/forms\/d\/e\/([\w-]+)\/viewform$/, (id) => `/forms/${id}/viewform`],
  [/^\/forms\/d\/([\w-]+)(?:\/(?:edit|viewform)?)?$/, (id) => `/forms/${id}/edit`],
  [/^\/spreadsheets\/d\/([\w-]+)(?:\/.*)?$/, (id) => `/sheets/${id}`],
  [/^\/document\/d\/([\w-]+)(?:\/.*)?$/, (id) => `/docs/${id}`],
  [/^\/file\/d\/([\w-]+)(?:\/.*)?$/, (id) => `/drive/${id}`],
  [/^\/drive\/folders\/([\w-]+)$/, (id) => `/drive/${id}`],
];

/** The local path of a path of the live service, or null when it is none. */
export function localPath(path: string): string | null {
  for (const [pattern, make] of forms) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return make(id);
  }
  return null;
}

/** A web address with addresses of the live service led here; others stay. The query (prefilled answers) is kept. */
export function localAddress(url: string): string {
  const found = /^https:\/\/(?:docs|drive)\.google\.com(\/[^?#]*)(\?[^#]*)?/.exec(url);
  const path = found ? localPath(found[1] ?? '') : null;
  return path === null ? url : path + (found?.[2] ?? '');
}
