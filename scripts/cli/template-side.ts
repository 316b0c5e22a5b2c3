/** One side of an update on the command line: a template, or a form as it stands in Google Forms. */
import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Catalogue } from '../../shared/fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { lazy } from '../../shared/lazy.ts';
import { shapeIssues } from '../../shared/template/parse.ts';
import { itemTypes, type Template } from '../../shared/template/template.ts';
import { readText } from '../files.ts';
import { placed, readTemplateFile, templateFile } from '../library.ts';
import { readYaml } from '../yaml.ts';

/** Mistakes that leave it open what is meant; everything else can be planned and is told by `template check`. */
const fatal: ReadonlySet<string> = new Set([
  'template.key-missing',
  'template.key-twice',
  'template.section-twice',
  'template.section-reserved',
  'template.goto-unknown',
]);

/** Throws the first of several problems: it stands for all. */
export function refuseFirst(issues: readonly Issue[]): void {
  const [first] = issues;
  if (first === undefined) return;
  const more = issues.length > 1 ? { more: issues.length - 1 } : {};
  throw new UnusableInput([{ ...first, params: { ...first.params, ...more } }]);
}

export interface ReadSide {
  readonly template: Template;
  readonly file: string;
  /** Mistakes that do not keep it from being planned or compared. */
  readonly mistakes: number;
}

/** @param name id, id and released version (`id@1.0.0`), folder or file */
export function readSide(name: string, catalogue: Catalogue): ReadSide {
  const file = templateFile(name);
  const { parsed, issues } = readTemplateFile(file, catalogue);
  refuseFirst(parsed === null ? issues : issues.filter(({ code }) => fatal.has(code)));
  if (parsed === null) throw new UnusableInput([issue('file.unreadable', 'error', '', { params: { file } })]);
  return { template: parsed, file, mistakes: issues.filter(({ severity }) => severity === 'error').length };
}

const text = () => z.string();
const flag = () => z.boolean();

const copySchema = lazy(() =>
  z.strictObject({
    copy: z.strictObject({
      formId: text(),
      title: text(),
      description: text(),
      settings: z.strictObject({
        collectEmail: flag(),
        progressBar: flag(),
        limitOneResponse: flag(),
        allowEdit: flag(),
        shuffleQuestions: flag(),
        confirmation: text(),
        closedMessage: text(),
      }),
      items: z.array(
        z.strictObject({
          itemId: text(),
          type: z.enum([...itemTypes, 'page', 'unknown']),
          title: text(),
          help: text(),
          required: flag(),
          options: z.array(z.strictObject({ label: text(), goTo: z.exactOptional(text()) })),
          other: flag(),
          scale: z.exactOptional(
            z.strictObject({ low: z.number(), high: z.number(), lowLabel: text(), highLabel: text() }),
          ),
          rating: z.exactOptional(
            z.strictObject({ levels: z.number(), icon: z.enum(['star', 'heart', 'thumb-up']) }),
          ),
          rows: z.exactOptional(z.array(text())),
          date: z.exactOptional(z.strictObject({ year: flag() })),
          media: z.exactOptional(
            z.strictObject({ width: z.number(), align: z.enum(['left', 'center', 'right']) }),
          ),
          before: z.exactOptional(text()),
        }),
      ),
    }),
    /** Which item carries which key; a page carries `section.<key>`. */
    links: z.array(z.strictObject({ itemId: text(), key: text() })),
  }),
);
export type StoredCopy = z.infer<ReturnType<typeof copySchema>>;

/** A form as it stands (`{copy, links}`); null where the file holds something else. */
export function readCopy(name: string): StoredCopy | null {
  if (!existsSync(name) || !/\.json$/i.test(name)) return null;
  const yaml = readYaml(readText(name), name);
  refuseFirst(yaml.issues);
  const isCopy = typeof yaml.value === 'object' && yaml.value !== null && 'copy' in yaml.value;
  if (!isCopy) return null;
  const parsed = copySchema().safeParse(yaml.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  refuseFirst(parsed.error.issues.flatMap(shapeIssues).map((one) => placed(one, name, yaml.lineOf)));
  return null;
}
