/** An offer on its way from a chamber to JCCI, and what of the chamber's own is taken out of it first. */
import { describe, expect, it } from 'vitest';
import { chamberKey } from './hmac.ts';
import { isOfferMessage, type Offer, offerId, offerMessage, openOffer, parseOffer } from './offer.ts';
import { reachIn, withPlaces } from './offer-places.ts';
import { offerCells, offerHeaders, readOffers } from './offer-table.ts';

const master = 'd4'.repeat(32);
const now = Date.UTC(2026, 11, 1);
const offer: Offer = {
  schema: 1,
  kind: 'template',
  chamber: '13-001',
  name: '見本商工会議所',
  subject: '0a1b2c3d4e5f6071',
  title: '貸会議室の申込',
  about: '会議室の貸出しを受け付けます。',
  at: now,
  document: JSON.stringify({ schema: 2, title: '貸会議室の申込' }),
};
const key = chamberKey(master, offer.chamber);

describe('message', () => {
  it('sealed_by_the_chamber__is_opened', () => {
    const text = offerMessage(offer, key);
    expect(isOfferMessage(text)).toBe(true);
    expect(openOffer(text, master, now + 60_000)).toEqual({ ok: true, offer });
  });

  it.each<[string, string, number, string]>([
    ['foreign_key', offerMessage(offer, chamberKey(master, '13-002')), now, 'forged'],
    ['other_secret', offerMessage(offer, chamberKey('e5'.repeat(32), '13-001')), now, 'forged'],
    ['changed_on_the_way', offerMessage(offer, key).replace('貸会議室', '借会議室'), now, 'forged'],
    ['another_chamber', offerMessage(offer, key).replace('13-001', '13-002'), now, 'forged'],
    ['an_hour_old', offerMessage(offer, key), now + 3_600_000, 'stale'],
    ['no_offer', '{"kind":"offer"}', now, 'malformed'],
    ['garbage', 'x', now, 'malformed'],
  ])('%s__counts_for_nothing', (_name, text, at, fault) => {
    expect(openOffer(text, master, at)).toEqual({ ok: false, fault });
  });

  it('seal_of_a_status__opens_no_offer', () => {
    const { body } = JSON.parse(offerMessage(offer, key)) as { body: string };
    const status = JSON.stringify({ kind: 'offer', body, seal: 'a'.repeat(64) });
    expect(openOffer(status, master, now)).toEqual({ ok: false, fault: 'forged' });
  });

  it('schema__has_no_place_for_anything_else', () => {
    expect(parseOffer({ ...offer, email: 'x@mihon.example' })).toBeNull();
    expect(parseOffer({ ...offer, chamber: '../x' })).toBeNull();
    expect(parseOffer({ ...offer, title: '' })).toBeNull();
  });

  it('number__is_that_of_what_it_holds__whenever_it_is_sent', () => {
    expect(offerId({ ...offer, at: now + 5 })).toBe(offerId(offer));
    expect(offerId({ ...offer, about: '' })).not.toBe(offerId(offer));
  });
});

describe('sheet of offers', () => {
  const row = (one: Offer): readonly string[] => {
    const cells = offerCells(one, now) ?? {};
    return offerHeaders.map((header) => cells[header] ?? '');
  };

  it('row__reads_back__with_what_a_person_wrote', () => {
    const written = row(offer).map((text) => (text === '未確認' ? '見送り' : text));
    expect(
      readOffers([
        [...offerHeaders, '担当'],
        [...written, '鈴木'],
      ]),
    ).toEqual([{ id: offerId(offer), receivedAt: '2026-12-01 09:00', state: '見送り', offer }]);
  });

  it('long_document__goes_over_several_cells__none_of_them_too_long', () => {
    const long = { ...offer, document: JSON.stringify({ text: '"長い"'.repeat(20_000) }) };
    const texts = row(long);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(50_000);
    expect(readOffers([offerHeaders, texts])[0]?.offer).toEqual(long);
  });

  it('row_that_somebody_changed__is_passed_over', () => {
    const changed = row(offer).map((text) => text.replace('貸会議室', '倉庫'));
    expect(readOffers([offerHeaders, changed])).toHaveLength(0);
    expect(readOffers([])).toEqual([]);
  });
});

describe('the chamber in its own form', () => {
  const chamber = {
    name: '見本商工会議所',
    phone: '03-1234-5678',
    email: 'info@mihon-cci.example',
    address: '見本県見本市中央1-2-3',
    privacyUrl: 'https://mihon-cci.example/privacy',
    articlesUrl: '',
  };

  it('own_values__become_places__keys_and_codes_stay', () => {
    const document = {
      id: '見本商工会議所',
      title: '見本商工会議所 貸会議室',
      sections: [{ key: 'page-1', help: '電話 03-1234-5678、info@mihon-cci.example へ' }],
      options: [{ code: '見本商工会議所', label: '見本商工会議所で受け取る' }],
      count: 3,
    };
    expect(withPlaces(document, chamber)).toEqual({
      id: '見本商工会議所',
      title: '{{chamber.name}} 貸会議室',
      sections: [{ key: 'page-1', help: '電話 {{chamber.phone}}、{{chamber.email}} へ' }],
      options: [{ code: '見本商工会議所', label: '{{chamber.name}}で受け取る' }],
      count: 3,
    });
  });

  it('short_value__is_left__it_may_stand_anywhere', () => {
    expect(withPlaces({ title: '東京の会' }, { ...chamber, name: '東京' })).toEqual({ title: '東京の会' });
  });

  it('other_ways_to_reach_somebody__are_found_each_once', () => {
    const document = {
      help: '担当 tanto@mihon-cci.example（内線 12）、03-9876-5432 か 03-9876-5432',
      note: '地図 https://chizu.example/a、番号 12-34、2026-12-01',
    };
    expect(reachIn(document)).toEqual(['tanto@mihon-cci.example', '03-9876-5432', 'https://chizu.example/a']);
  });
});
