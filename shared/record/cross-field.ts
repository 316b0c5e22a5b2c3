/** Checks over several fields of one record; each names the first key of its pair as the catalogue lists them. */
import { type Issue, issue } from '../issue/issue.ts';
import { prefectureName, prefectureOfAddress, prefecturesOfPostalCode } from './kinds/postal-code.ts';

type Values = Readonly<Record<string, string | undefined>>;
type CrossCheck = (values: Values, typedOf: (key: string) => string, issues: Issue[]) => void;

/** A corporation's 登録番号 is `T` and its 法人番号 (国税庁 適格請求書発行事業者公表サイト). */
const invoiceNumber: CrossCheck = (values, typedOf, issues) => {
  const { corporateNumber, invoiceNumber: invoice, applicantType } = values;
  if (corporateNumber === undefined || invoice === undefined || applicantType === 'sole-proprietor') return;
  if (!/^\d{13}$/.test(corporateNumber) || !/^T\d{13}$/.test(invoice) || invoice === `T${corporateNumber}`)
    return;
  issues.push(
    issue('invoice-number.mismatch', 'warning', 'corporateNumber', {
      params: { corporateNumber, invoiceNumber: invoice },
      value: typedOf('corporateNumber'),
    }),
  );
};

function prefectureCheck(postalKey: string, addressKey: string): CrossCheck {
  return (values, typedOf, issues) => {
    const code = values[postalKey];
    const address = values[addressKey];
    if (code === undefined || address === undefined || !/^\d{7}$/.test(code)) return;
    const stated = prefectureOfAddress(address);
    const possible = prefecturesOfPostalCode(code);
    if (stated === null || possible.length === 0 || possible.includes(stated)) return;
    issues.push(
      issue('postal-code.prefecture-mismatch', 'warning', postalKey, {
        params: {
          postalCode: code,
          prefecture: prefectureName(stated),
          expected: possible.map(prefectureName).join('・'),
        },
        value: typedOf(postalKey),
      }),
    );
  };
}

const employees: CrossCheck = (values, typedOf, issues) => {
  const total = count(values.employees);
  const regular = count(values.regularEmployees);
  const partTime = count(values.partTimeEmployees);
  if (total === null || (regular === null && partTime === null)) return;
  const parts = (regular ?? 0) + (partTime ?? 0);
  if (parts <= total) return;
  issues.push(
    issue('employees.breakdown', 'error', 'employees', {
      params: { total, parts, regular: regular ?? 0, partTime: partTime ?? 0 },
      value: typedOf('employees'),
    }),
  );
};

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

const checks: readonly CrossCheck[] = [
  invoiceNumber,
  prefectureCheck('postalCode', 'address'),
  prefectureCheck('officePostalCode', 'officeAddress'),
  employees,
];

/** Adds the cross-field issues of a record to `issues`. @param typedOf the typed text of a key, '' when blank */
export function addCrossFieldIssues(values: Values, typedOf: (key: string) => string, issues: Issue[]): void {
  for (const check of checks) check(values, typedOf, issues);
}
