import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyVerifier, groupedKey, type KeyHolder, makeUpdateKey, readKeyText } from './update-key.ts';

const secretOf = (generation: number) => ({
  generation,
  secret: Uint8Array.from({ length: 32 }, (_unused, i) => (i * 7 + generation * 13) & 255),
});
const chamber = 'workbook-of-mihon';
const holder: KeyHolder = { businessNumber: '000123', roundId: 'r2026', expiresOn: '2026-09-30' };
const current = secretOf(3);
const { token, ref } = makeUpdateKey(holder, chamber, current);
const verify = createKeyVerifier({
  chamberId: chamber,
  secrets: [secretOf(2), current],
  holders: new Map([[ref, holder]]),
});
const codeOf = (typed: string, day = '2026-09-01', by = verify): string => {
  const verdict = by(typed, day);
  return verdict.ok ? 'ok' : `${verdict.issue.code} ${verdict.issue.params.reason ?? ''}`.trim();
};

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

describe('update key', () => {
  it('is_48_characters_of_a_link_and_says_nothing_of_the_business', () => {
    expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{48}$/);
    expect(token).not.toContain('000123');
    const other = makeUpdateKey({ ...holder, businessNumber: '000124' }, chamber, current).token;
    expect(other.slice(0, 10)).toBe(token.slice(0, 10));
    expect(other.slice(10, 23)).not.toBe(token.slice(10, 23));
  });

  it('is_the_same_when_made_again__and_another_for_another_round_chamber_day_or_secret', () => {
    expect(makeUpdateKey(holder, chamber, current)).toEqual({ token, ref });
    const others = [
      makeUpdateKey({ ...holder, roundId: 'r2027' }, chamber, current),
      makeUpdateKey(holder, 'another', current),
      makeUpdateKey(holder, chamber, secretOf(2)),
    ];
    expect(new Set([ref, ...others.map((one) => one.ref)]).size).toBe(4);
    expect(makeUpdateKey({ ...holder, expiresOn: '2026-10-31' }, chamber, current).token).not.toBe(token);
  });

  it('tells_lists_apart_that_would_join_to_the_same_text', () => {
    const a = makeUpdateKey({ ...holder, roundId: 'r1', businessNumber: '23' }, chamber, current).ref;
    const b = makeUpdateKey({ ...holder, roundId: 'r12', businessNumber: '3' }, chamber, current).ref;
    expect(a).not.toBe(b);
  });

  it('gives_back_business_and_round_up_to_and_on_the_last_day', () => {
    const found = { ok: true, businessNumber: '000123', roundId: 'r2026', ref };
    expect(verify(token, '2026-04-01')).toEqual(found);
    expect(verify(token, '2026-09-30')).toEqual(found);
  });

  it('reads_as_people_copy_it', () => {
    const wide = Array.from(token, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    const loose = token.replace(/0/g, 'O').replace(/1/, 'l').replace(/1/, 'I');
    for (const typed of [
      token.toUpperCase(),
      groupedKey(token),
      ` ${token}\u3000\n`,
      wide,
      loose,
      wide.toUpperCase(),
    ])
      expect(codeOf(typed)).toBe('ok');
    expect(codeOf(groupedKey(token).replace(/-/g, 'ー'))).toBe('ok');
  });

  it('is_refused_with_any_one_character_changed', () => {
    for (let i = 0; i < token.length; i++) {
      for (const character of `${alphabet}uあ!𠮷`) {
        if (character === token[i]) continue;
        const flipped = token.slice(0, i) + character + token.slice(i + 1);
        expect(codeOf(flipped), `${i} ${character}`).toMatch(/^token\.invalid /);
        expect(codeOf(flipped, '2030-01-01'), `late ${i} ${character}`).toMatch(/^token\.invalid /);
      }
    }
  });

  it('is_refused_with_a_character_more_less_or_two_changed_places', () => {
    for (let i = 0; i <= token.length; i++) {
      expect(codeOf(`${token.slice(0, i)}7${token.slice(i)}`)).toBe('token.invalid malformed');
      if (i < token.length)
        expect(codeOf(token.slice(0, i) + token.slice(i + 1))).toBe('token.invalid malformed');
      const swapped = token.slice(0, i) + (token[i + 1] ?? '') + (token[i] ?? '') + token.slice(i + 2);
      if (swapped !== token) expect(codeOf(swapped)).toMatch(/^token\.invalid /);
    }
  });

  it('property__no_text_but_a_made_one_passes', () => {
    const character = fc.constantFrom(...alphabet);
    const typed = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(character, { minLength: 48, maxLength: 48 }).map((cs) => cs.join('')),
      fc.array(character, { minLength: 25, maxLength: 25 }).map((cs) => token.slice(0, 23) + cs.join('')),
      fc
        .array(character, { minLength: 13, maxLength: 13 })
        .map((cs) => token.slice(0, 10) + cs.join('') + token.slice(23)),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(codeOf(text) === 'ok').toBe(readKeyText(text) === token);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('property__every_made_one_passes_for_its_business_only', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.integer({ min: 0, max: 1023 }),
        (businessNumber, roundId, generation) => {
          const one = { businessNumber, roundId, expiresOn: '2026-09-30' };
          const secret = secretOf(generation);
          const made = makeUpdateKey(one, chamber, secret);
          const by = createKeyVerifier({
            chamberId: chamber,
            secrets: [secret],
            holders: new Map([[made.ref, one]]),
          });
          expect(by(made.token, '2026-09-30')).toEqual({ ok: true, businessNumber, roundId, ref: made.ref });
        },
      ),
      { numRuns: 100, seed: 12 },
    );
  });
});

describe('a key that does not count', () => {
  it.each([
    ['', 'token.invalid missing', 'nothing'],
    [' \u3000-', 'token.invalid missing', 'only marks'],
    ['000123', 'token.invalid malformed', 'a business number'],
    ['x'.repeat(100_000), 'token.invalid malformed', 'a flood'],
    [`0${token.slice(1)}`, 'token.invalid malformed', 'another version'],
    [makeUpdateKey(holder, 'another', current).token, 'token.invalid chamber', 'another chamber'],
    [makeUpdateKey(holder, chamber, secretOf(4)).token, 'token.invalid signature', 'a generation never used'],
    [makeUpdateKey(holder, chamber, secretOf(1)).token, 'token.invalid retired', 'a withdrawn secret'],
    [
      makeUpdateKey(holder, chamber, { generation: 3, secret: secretOf(9).secret }).token,
      'token.invalid signature',
      'a guessed secret',
    ],
    [
      makeUpdateKey({ ...holder, roundId: 'r9' }, chamber, current).token,
      'token.invalid unknown',
      'no such round',
    ],
  ])('%#__%s', (typed, expected) => {
    expect(codeOf(typed)).toBe(expected);
  });

  it('after_the_last_day__is_expired_and_tells_staff_whose_it_was', () => {
    expect(verify(token, '2026-10-01')).toEqual({
      ok: false,
      issue: {
        code: 'token.expired',
        severity: 'error',
        key: 'updateKey',
        params: { expiresOn: '2026-09-30', answeredOn: '2026-10-01' },
        value: token,
        suggestion: '',
      },
      holder,
    });
  });

  it('of_last_year_whose_round_is_cleared_away__is_expired_by_its_own_day', () => {
    const old = { businessNumber: '000123', roundId: 'r2025', expiresOn: '2025-09-30' };
    const made = makeUpdateKey(old, chamber, secretOf(2)).token;
    const verdict = verify(made, '2026-09-01');
    expect(verdict).toMatchObject({ ok: false, holder: null });
    expect(codeOf(made)).toBe('token.expired');
    expect(codeOf(`${made.slice(0, 47)}${made[47] === '0' ? '2' : '0'}`)).toBe('token.invalid signature');
  });

  it('counts_again_when_the_deadline_was_put_off', () => {
    const later = createKeyVerifier({
      chamberId: chamber,
      secrets: [current],
      holders: new Map([[ref, { ...holder, expiresOn: '2026-10-31' }]]),
    });
    expect(codeOf(token, '2026-10-31', later)).toBe('ok');
    expect(codeOf(token, '2026-11-01', later)).toBe('token.expired');
  });

  it('whose_ref_was_moved_to_another_business_row__is_refused', () => {
    const sorted = createKeyVerifier({
      chamberId: chamber,
      secrets: [current],
      holders: new Map([[ref, { ...holder, businessNumber: '000999' }]]),
    });
    expect(codeOf(token, '2026-09-01', sorted)).toBe('token.invalid signature');
  });

  it('without_any_secret__nothing_passes', () => {
    const none = createKeyVerifier({ chamberId: chamber, secrets: [], holders: new Map([[ref, holder]]) });
    expect(codeOf(token, '2026-09-01', none)).toBe('token.invalid signature');
  });
});

describe('making a key', () => {
  it.each([
    [{ ...holder, expiresOn: '2026-02-30' }, current],
    [{ ...holder, expiresOn: '2019-12-31' }, current],
    [{ ...holder, expiresOn: '2109-09-19' }, current],
    [holder, { ...current, generation: 1024 }],
    [holder, { ...current, generation: -1 }],
    [holder, { ...current, secret: new Uint8Array(15) }],
  ])('with_a_broken_promise_%#__throws', (who, secret) => {
    expect(() => makeUpdateKey(who, chamber, secret)).toThrow(RangeError);
  });
  it('to_the_last_day_there_is', () => {
    const one = { ...holder, expiresOn: '2109-09-18' };
    const made = makeUpdateKey(one, chamber, secretOf(1023));
    const by = createKeyVerifier({ chamberId: chamber, secrets: [secretOf(1023)], holders: new Map() });
    expect(codeOf(made.token, '2109-09-18', by)).toBe('token.invalid unknown');
    expect(codeOf(made.token, '2109-09-19', by)).toBe('token.expired');
  });
});
