/**
 * Brings a template document of an earlier schema up to date, one step a version, before its shape is checked. A document that
 * is no object, or of an unknown schema, is given back as it is: the check then says what is wrong.
 */

type Document = Readonly<Record<string, unknown>>;

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Schema 2 gives every element a key, text blocks too: they are changed and moved like questions. */
function keyedTexts(written: Document): Document {
  const sections = Array.isArray(written.sections) ? written.sections : [];
  return {
    ...written,
    sections: sections.map((section: unknown) => {
      if (!isDocument(section) || !Array.isArray(section.items)) return section;
      let texts = 0;
      return {
        ...section,
        items: section.items.map((item: unknown) => {
          if (!isDocument(item) || item.type !== 'description' || item.key !== undefined) return item;
          texts++;
          return { key: `local.${String(section.key)}-text-${texts}`, ...item };
        }),
      };
    }),
  };
}

/** `steps[n]` makes schema n + 2 of schema n + 1. */
const steps: readonly ((written: Document) => Document)[] = [keyedTexts];

/** Schema that `templateSchema` reads. */
export const newestSchema = steps.length + 1;

/** @param written parsed YAML or JSON of any shape */
export function upgradeTemplate(written: unknown): unknown {
  if (!isDocument(written) || typeof written.schema !== 'number') return written;
  let upgraded = written;
  for (let schema = written.schema; schema >= 1 && schema < newestSchema; schema++) {
    const step = steps[schema - 1];
    if (step === undefined) return written;
    upgraded = { ...step(upgraded), schema: schema + 1 };
  }
  return upgraded;
}
