import { describe, expect, it } from 'vitest';
import { linkPattern, personalLink } from './personal-link.ts';

const base = 'https://docs.google.com/forms/d/e/1FAIp/viewform?usp=pp_url';
const url = `${base}&entry.11=KEYMARK&entry.22=%E6%B3%95+%E4%BA%BA&entry.33=NAMEMARK`;
const marks = [
  { key: 'updateKey', value: 'KEYMARK' },
  { key: 'applicantType', value: '法 人' },
  { key: 'name', value: 'NAMEMARK' },
];
const pattern = linkPattern(url, marks) ?? '';

describe('linkPattern', () => {
  it('url_with_marks__every_place_named', () => {
    expect(pattern).toBe(`${base}&entry.11={updateKey}&entry.22={applicantType}&entry.33={name}`);
  });

  it.each([
    ['mark that the address lacks', `${base}&entry.11=KEYMARK`],
    ['answer that nobody asked for', `${url}&entry.44=x`],
    ['mark twice', `${url}&entry.44=KEYMARK`],
  ])('%s__no_pattern', (_name, given) => {
    expect(linkPattern(given, marks)).toBeNull();
  });

  it('two_fields_of_one_mark__no_pattern', () => {
    expect(linkPattern(url, [...marks, { key: 'nameKana', value: 'NAMEMARK' }])).toBeNull();
  });
});

describe('personalLink', () => {
  it('values__come_back_from_the_address_as_they_were', () => {
    const values = { updateKey: 'k0', name: '見本&商店=＋+ 100% #1 {name}', applicantType: '法人' };
    const { searchParams } = new URL(personalLink(pattern, values));
    expect(Object.fromEntries(searchParams)).toEqual({
      usp: 'pp_url',
      'entry.11': 'k0',
      'entry.22': '法人',
      'entry.33': values.name,
    });
  });

  it('blank_values__leave_no_trace', () => {
    expect(personalLink(pattern, { updateKey: 'k0', name: '' })).toBe(`${base}&entry.11=k0`);
  });

  it('half_a_character__dropped_instead_of_failing', () => {
    expect(personalLink(pattern, { updateKey: 'k0', name: '見本\uD83D' })).toContain(
      encodeURIComponent('見本'),
    );
  });

  it('values_too_long__dropped_from_the_last__key_stays', () => {
    const link = personalLink(pattern, { name: 'あ'.repeat(300), applicantType: '法人', updateKey: 'k0' });
    expect(link).toBe(`${base}&entry.11=k0`);
  });
});
