/**
 * The address of the form that each business of a round gets: made once with a mark in each place, then filled business
 * by business without asking the platform again.
 */

/** One answer that links fill in, with the text that stood for it when the platform made the address. */
export interface LinkMark {
  readonly key: string;
  readonly value: string;
}

/**
 * Longest link with more than the key in it. Mail programs and QR readers stumble over long ones; prefilled answers are a
 * comfort, the key is not.
 */
const longest = 2000;

const parameter = /([?&])(entry\.[0-9.]+)=([^&#]*)/g;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/**
 * The pattern: `entry.123={name}` where the address has the mark of `name`. Null when a mark is not in the address once, so
 * that no link can ever carry another field's value.
 */
export function linkPattern(url: string, marks: readonly LinkMark[]): string | null {
  const left = new Map(marks.map(({ key, value }) => [value, key]));
  if (left.size !== marks.length) return null;
  let isSound = true;
  const pattern = url.replace(parameter, (_all, sign: string, name: string, value: string) => {
    const text = decoded(value);
    const key = left.get(text);
    left.delete(text);
    if (key === undefined) isSound = false;
    return `${sign}${name}={${key ?? ''}}`;
  });
  return isSound && left.size === 0 ? pattern : null;
}

/** Half of a character, which no address can hold. */
const half = /\p{Surrogate}/gu;

/**
 * The link of one business. An answer without a value is left out, and so are those that would make the link too long;
 * the key (`updateKey`) never is.
 */
export function personalLink(pattern: string, values: Readonly<Record<string, string>>): string {
  const kept = { ...values };
  const fill = (): string =>
    pattern.replace(
      /([?&])(entry\.[0-9.]+)=\{([A-Za-z.]+)\}/g,
      (_all, sign: string, name: string, key: string) => {
        const value = (kept[key] ?? '').replace(half, '');
        if (value !== '') return `${sign}${name}=${encodeURIComponent(value)}`;
        return sign === '?' ? sign : '';
      },
    );
  let link = fill();
  for (const key of Object.keys(values).reverse()) {
    if (link.length <= longest) break;
    if (key === 'updateKey') continue;
    delete kept[key];
    link = fill();
  }
  return link;
}
