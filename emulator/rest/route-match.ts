/** Path templates of the discovery documents: `{name}` for one part, with a verb after a colon. */

export interface Template {
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Compiles a template; a name takes everything up to the next slash, and up to the verb where one follows. */
export function compile(template: string): Template {
  const names: string[] = [];
  const source = template.replace(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (found, name: string | undefined) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return '([^/]+?)';
  });
  return { pattern: new RegExp(`^${source}$`), names };
}

/** Unescaped parts by name, or null where the path does not fit or its escapes are broken. */
export function parts(template: Template, path: string): Readonly<Record<string, string>> | null {
  const found = template.pattern.exec(path);
  if (found === null) return null;
  try {
    return Object.fromEntries(
      template.names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')] as const),
    );
  } catch {
    return null;
  }
}
