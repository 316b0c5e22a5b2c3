import { describe, expect, it } from 'vitest';
import { findAll, h, safeAddress, textOf } from './h.ts';

describe('h', () => {
  it('children__empty_ones_left_out_and_arrays_flattened', () => {
    const node = h('p', {}, 'a', null, false, undefined, '', [h('b', {}, 1), ['c']]);
    expect(textOf(node)).toBe('a1c');
    expect(findAll(node, (one) => one.tag === 'b')).toHaveLength(1);
  });

  it('attributes__false_and_undefined_left_out_true_empty', () => {
    expect(h('input', { hidden: false, title: undefined, readonly: true, maxlength: 5 }).attributes).toEqual({
      readonly: '',
      maxlength: '5',
    });
  });

  it('value__is_live_in_inputs_and_an_attribute_in_options', () => {
    expect(h('input', { value: 'x' }).value).toBe('x');
    expect(h('option', { value: 'x' }).attributes).toEqual({ value: 'x' });
  });

  it.each(['onclick', 'OnError', 'srcdoc', 'innerHTML', 'style'])('attribute_%s__is_refused', (name) => {
    if (name === 'style') expect(h('p', { style: { top: '1px' } }).style).toEqual({ top: '1px' });
    else expect(() => h('p', { [name]: 'x' })).toThrow(TypeError);
  });

  it.each([
    ['https://example.com/', true],
    ['mailto:a@example.com', true],
    ['#here', true],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.com', false],
    ['', false],
  ])('address_%s__usable_%s', (address, usable) => {
    expect(safeAddress(address) !== '').toBe(usable);
    expect('href' in h('a', { href: address }).attributes).toBe(usable);
  });
});
