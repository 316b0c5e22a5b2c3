/** Checks over several fields of one record; each names the first key of its pair as the catalogue lists them. */
import { type Issue, issue } from '../issue/issue.ts';
import { prefectureName, prefectureOfAddress, prefecturesOfPostalCode } from './kinds/postal-code.ts';

type Values = readonly (string | undefined)[];
/** Values are looked up by place; a place below 0 holds none. */
type PlaceOf = (key: string) => number;
export type CrossCheck = (values: Values, typedOf: (key: string) => string, issues: Issue[]) => void;

const corporateDigits = /^\d{13}$/;
const invoiceDigits = /^T\d{13}$/;
const postalDigits = /^\d{7}$/;
const anyDigits = /^\d+$/;

/** A corporation's 登録番号 is `T` and its 法人番号 (国税庁 適格請求書発行事業者公表サイト). */
function invoiceNumberCheck(placeOf: PlaceOf): CrossCheck {
  const numberAt = placeOf('corporateNumber');
  const invoiceAt = placeOf('invoiceNumber');
  const typeAt = placeOf('applicantType');
  return (values, typedOf, issues) => {
    const corporateNumber = values[numberAt];
    const invoice = values[invoiceAt];
    if (corporateNumber === undefined || invoice === undefined) return;
    if (values[typeAt] === 'sole-proprietor') return;
    if (invoice.charCodeAt(0) === 0x54 && invoice.slice(1) === corporateNumber) return;
    if (!corporateDigits.test(corporateNumber) || !invoiceDigits.test(invoice)) return;
    issues.push(
      issue('invoice-number.mismatch', 'warning', 'corporateNumber', {
        params: { corporateNumber, invoiceNumber: invoice },
        value: typedOf('corporateNumber'),
      }),
    );
  };
}

function prefectureCheck(placeOf: PlaceOf, postalKey: string, addressKey: string): CrossCheck {
  const postalAt = placeOf(postalKey);
  const addressAt = placeOf(addressKey);
  return (values, typedOf, issues) => {
    const code = values[postalAt];
    const address = values[addressAt];
    if (code === undefined || address === undefined || !postalDigits.test(code)) return;
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

function employeesCheck(placeOf: PlaceOf): CrossCheck {
  const totalAt = placeOf('employees');
  const regularAt = placeOf('regularEmployees');
  const partTimeAt = placeOf('partTimeEmployees');
  return (values, typedOf, issues) => {
    const total = count(values[totalAt]);
    const regular = count(values[regularAt]);
    const partTime = count(values[partTimeAt]);
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
}

function count(text: string | undefined): number | null {
  return text !== undefined && anyDigits.test(text) ? Number(text) : null;
}

/**
 * The checks over several fields; each adds its issues to the list given. `typedOf` tells the typed text of a key, ''
 * when it is blank.
 * @param placeOf where the value of a key stands among those of a row, below 0 when nowhere
 */
export function crossChecks(placeOf: PlaceOf): readonly CrossCheck[] {
  return [
    invoiceNumberCheck(placeOf),
    prefectureCheck(placeOf, 'postalCode', 'address'),
    prefectureCheck(placeOf, 'officePostalCode', 'officeAddress'),
    employeesCheck(placeOf),
  ];
}
