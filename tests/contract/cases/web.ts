/** Web apps and fetches, as far as a script can try them without the network: what is answered with, and what is refused. */
import type { Case } from './kit.ts';

const REF = 'https://developers.google.com/apps-script/reference';

export const web: Case[] = [
  {
    name: 'content__text_output__is_plain_text_until_told',
    source: `${REF}/content/text-output`,
    documented: true,
    run(kit) {
      const output = ContentService.createTextOutput('一');
      kit.ok(output.getMimeType() === ContentService.MimeType.TEXT, '初めの種類');
      output.append('二').setMimeType(ContentService.MimeType.JSON);
      kit.equal(output.getContent(), '一二');
      kit.ok(output.getMimeType() === ContentService.MimeType.JSON, '変えた種類');
      kit.equal(output.clear().getContent(), '');
    },
  },
  {
    name: 'content__download_as_file__keeps_the_name',
    source: `${REF}/content/text-output#downloadasfilefilename`,
    documented: true,
    run(kit) {
      const output = ContentService.createTextOutput('x');
      kit.equal(output.getFileName(), null);
      kit.equal(output.downloadAsFile('見本.txt').getFileName(), '見本.txt');
    },
  },
  {
    name: 'content__every_mime_type__is_there',
    source: `${REF}/content/mime-type`,
    documented: true,
    run(kit) {
      const { MimeType } = ContentService;
      const all = [
        MimeType.ATOM,
        MimeType.CSV,
        MimeType.ICAL,
        MimeType.JAVASCRIPT,
        MimeType.JSON,
        MimeType.RSS,
        MimeType.TEXT,
        MimeType.VCARD,
        MimeType.XML,
      ];
      kit.equal(new Set(all).size, 9);
    },
  },
];
