import { describe, expect, it } from 'vitest';
import { localAddress, localPath } from './address.ts';

describe('localAddress', () => {
  const cases: [string, string][] = [
    [
      'https://docs.google.com/forms/d/e/abc-1/viewform?usp=pp_url&entry.1=x',
      '/forms/abc-1/viewform?usp=pp_url&entry.1=x',
    ],
    ['https://docs.google.com/forms/d/abc/edit', '/forms/abc/edit'],
    ['https://docs.google.com/spreadsheets/d/abc/edit#gid=0', '/sheets/abc'],
    ['https://drive.google.com/file/d/abc/view?usp=drivesdk', '/drive/abc?usp=drivesdk'],
    ['https://drive.google.com/drive/folders/abc', '/drive/abc'],
    [
      'https://docs.google.com.evil.example/forms/d/abc/edit',
      'https://docs.google.com.evil.example/forms/d/abc/edit',
    ],
    ['https://www.example.jp/', 'https://www.example.jp/'],
  ];
  for (const [url, expected] of cases) {
    it(url, () => expect(localAddress(url)).toBe(expected));
  }
  it('own_path_of_the_face__is_left_alone', () => expect(localPath('/sheets/abc')).toBeNull());
});
