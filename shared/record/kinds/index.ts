/** The table of kinds: one row a kind, nothing else in the program asks which kind a field is. */
import type { KindId } from '../../fields/catalogue.ts';
import type { Kind } from '../kind.ts';
import { address } from './address.ts';
import { choice, choices } from './choice.ts';
import { consent } from './consent.ts';
import { corporateNumber } from './corporate-number.ts';
import { date, month, monthOfYear, year } from './dates.ts';
import { email } from './email.ts';
import { industry } from './industry.ts';
import { integer } from './integer.ts';
import { invoiceNumber } from './invoice-number.ts';
import { kana } from './kana.ts';
import { building, code, name, personName, text, token } from './kept.ts';
import { latin } from './latin.ts';
import { phone } from './phone.ts';
import { postalCode } from './postal-code.ts';
import { url } from './url.ts';
import { yen } from './yen.ts';

export const kinds: Readonly<Record<KindId, Kind>> = {
  code,
  choice,
  choices,
  'corporate-number': corporateNumber,
  'invoice-number': invoiceNumber,
  name,
  'person-name': personName,
  kana,
  latin,
  text,
  building,
  'postal-code': postalCode,
  address,
  phone,
  email,
  url,
  industry,
  month,
  date,
  year,
  'month-of-year': monthOfYear,
  yen,
  integer,
  consent,
  token,
};

export { industryMajor, industryName, isIndustryCode, searchIndustry } from './industry.ts';
export { prefectureName, prefectureOfAddress, prefecturesOfPostalCode } from './postal-code.ts';
export { isWritingOnly, kindIssueCodes, type RuleId, ruleIds } from './rules.ts';
