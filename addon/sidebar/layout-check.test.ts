import { describe, expect, it } from 'vitest';
import { doubleKeys, layoutFault } from './layout-check.ts';

describe('a learned layout', () => {
  it('two_columns_for_one_field__are_both_named_and_blanks_are_none', () => {
    expect([...doubleKeys({ 0: 'name', 1: 'phone', 2: 'phone', 3: '', 4: '' })]).toEqual(['phone']);
  });

  it.each([
    ['doubles', { 0: 'businessNumber', 1: 'phone', 2: 'phone' }, '配置', 'columns'],
    ['no_number', { 0: 'name' }, '配置', 'columns'],
    ['no_name', { 0: 'businessNumber' }, '　', 'name'],
    ['complete', { 0: 'businessNumber', 1: 'name', 2: '' }, '配置', ''],
  ])('%s__is_found_before_the_server_is_asked', (_name, choices, name, at) => {
    const found = layoutFault(choices, name);
    expect(found.at).toBe(at);
    expect(found.fault === '').toBe(at === '');
  });
});
