/** The model chamber: its name, its people, and what its set-up form is filled with. Everything is invented. */
import type { Input } from '../../addon/view/protocol.ts';
import type { User } from '../../emulator/api.ts';

export const place = '見本商工会議所';
export const templateId = 'membership-application';

/** The first one owns the files. */
export const users: readonly [User, ...User[]] = [
  { email: 'sato@mihon-cci.example.jp', name: '佐藤 明', role: 'staff' },
  { email: 'suzuki@mihon-cci.example.jp', name: '鈴木 恵', role: 'staff' },
  { email: 'template@jcci.example.jp', name: '田中 徹', role: 'jcci' },
];

export const setupInput: Input<'setup'> = {
  chamberName: place,
  phone: '03-0000-0100',
  email: 'info@mihon-cci.example.jp',
  address: '東京都見本市中央1-1-1 見本商工会館',
  privacyUrl: 'https://www.mihon-cci.example.jp/privacy',
  articlesUrl: 'https://www.mihon-cci.example.jp/teikan',
  divisions: ['工業部会', '建設業部会', '商業部会', '観光・飲食部会', '運輸・通信部会', 'サービス業部会'],
  districts: ['中央地区', '港地区', '東地区', '西地区'],
  profileId: 'toas-provisional',
};
