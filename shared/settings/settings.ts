/** The chamber's settings for the checks: fiscal year, thresholds, substitutes, own lists. One strict reader. */
import * as z from 'zod/mini';
import { type Issue, issue } from '../issue/issue.ts';
import { lazy } from '../lazy.ts';
import { daysInMonth } from '../text/japanese-date.ts';

/** Thresholds of 商工会議所法7条2項; a chamber may raise them with permission, never lower them. */
export const actThresholds = { employees: 20, employeesCommerceService: 5, capital: 3_000_000 } as const;

const monthDay = /^(?:\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a day that there is (`2026-02-30` is none); without a year, a day of some year. */
function isDay(text: string): boolean {
  const found = monthDay.exec(text);
  const year = text.length === 10 ? Number(text.slice(0, 4)) : 2000;
  return found !== null && Number(found[2]) <= daysInMonth(year, Number(found[1]));
}

const count = () => z.number().check(z.int(), z.nonnegative());
const list = () => z.array(z.strictObject({ code: z.string(), label: z.string() }));

const schema = lazy(() =>
  z.strictObject({
    /** First day of the fiscal year, `MM-DD`. */
    fiscalYearStart: z.optional(z.string().check(z.refine((text) => text.length === 5 && isDay(text)))),
    /** 基準日 of the judgement, `YYYY-MM-DD`. */
    baseDate: z.optional(z.string().check(z.refine((text) => text.length === 10 && isDay(text)))),
    thresholds: z.optional(
      z.strictObject({
        employees: z.optional(count()),
        employeesCommerceService: z.optional(count()),
        capital: z.optional(count()),
      }),
    ),
    /** JSIC codes counted as 商業・サービス業 in place of the built-in table. */
    commerceServiceIndustries: z.optional(z.array(z.string().check(z.regex(/^([A-T]|\d{2,4})$/)))),
    /** Characters the chamber replaces when it writes CSV, and by what. */
    substitutes: z.optional(z.record(z.string().check(z.minLength(1)), z.string().check(z.minLength(1)))),
    divisions: z.optional(list()),
    districts: z.optional(z.array(z.string())),
  }),
);

export interface Settings {
  readonly fiscalYearStart: string;
  readonly baseDate: string | null;
  readonly thresholds: {
    readonly employees: number;
    readonly employeesCommerceService: number;
    readonly capital: number;
  };
  readonly commerceServiceIndustries: readonly string[] | null;
  readonly substitutes: Readonly<Record<string, string>>;
  readonly divisions: readonly { readonly code: string; readonly label: string }[];
  readonly districts: readonly string[];
}

export const defaultSettings: Settings = {
  fiscalYearStart: '04-01',
  baseDate: null,
  thresholds: actThresholds,
  commerceServiceIndustries: null,
  substitutes: {},
  divisions: [],
  districts: [],
};

const expectations: Readonly<Record<string, string>> = {
  fiscalYearStart: '「04-01」のように月と日で書いてください。',
  baseDate: '「2026-04-01」のように書いてください。',
  thresholds: 'employees・employeesCommerceService・capital に 0 以上の整数を書いてください。',
  commerceServiceIndustries: '日本標準産業分類のコードを文字列の一覧で書いてください。',
  substitutes: '「"鷗": "鴎"」のように、元の文字と代わりの文字の組で書いてください。',
  divisions: 'code と label の組の一覧で書いてください。',
  districts: '地区の名前の一覧で書いてください。',
};

/**
 * Reads a settings document (parsed YAML or JSON; null for an empty file).
 * Issues: `settings.unknown`, `settings.value`, `settings.threshold-low`; any of them refuses all of it.
 */
export function readSettings(document: unknown): {
  readonly settings: Settings | null;
  readonly issues: readonly Issue[];
} {
  if (document === null || document === undefined) return { settings: defaultSettings, issues: [] };
  const parsed = schema().safeParse(document, { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((problem) => {
      const path = problem.path.map(String);
      if (problem.code === 'unrecognized_keys') {
        return problem.keys.map((name) =>
          issue('settings.unknown', 'error', '', {
            params: {
              path: [...path, name].join('.'),
              name: [...path, name].join('.'),
              known: Object.keys(expectations).join('、'),
            },
          }),
        );
      }
      const top = path[0] ?? '';
      return [
        issue('settings.value', 'error', '', {
          params: {
            path: path.join('.'),
            name: path.join('.') || '（全体）',
            expected: expectations[top] ?? '「項目: 値」の形で書いてください。',
          },
          value: shown(document, path),
        }),
      ];
    });
    return { settings: null, issues };
  }
  const given = parsed.data;
  const low = Object.entries(actThresholds).flatMap(([name, least]) => {
    const value = given.thresholds?.[name as keyof typeof actThresholds];
    if (value === undefined || value >= least) return [];
    return [
      issue('settings.threshold-low', 'error', '', {
        params: { path: `thresholds.${name}`, name: `thresholds.${name}`, value, least },
      }),
    ];
  });
  if (low.length > 0) return { settings: null, issues: low };
  return {
    settings: {
      fiscalYearStart: given.fiscalYearStart ?? defaultSettings.fiscalYearStart,
      baseDate: given.baseDate ?? null,
      thresholds: {
        employees: given.thresholds?.employees ?? actThresholds.employees,
        employeesCommerceService:
          given.thresholds?.employeesCommerceService ?? actThresholds.employeesCommerceService,
        capital: given.thresholds?.capital ?? actThresholds.capital,
      },
      commerceServiceIndustries: given.commerceServiceIndustries ?? null,
      substitutes: given.substitutes ?? {},
      divisions: given.divisions ?? [],
      districts: given.districts ?? [],
    },
    issues: [],
  };
}

function shown(document: unknown, path: readonly string[]): string {
  let value: unknown = document;
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
