/** The small services: triggers, mail, properties, cache, locks, blobs, dates, utilities, HTML, files. */
import type { Case } from './kit.ts';

const REF = 'https://developers.google.com/apps-script/reference';
const QUOTAS = 'https://developers.google.com/apps-script/guides/services/quotas';

function cleanTriggers(handler: string): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === handler) ScriptApp.deleteTrigger(trigger);
  }
}

export const services: Case[] = [
  {
    name: 'trigger__for_form__is_listed_with_its_source',
    source: `${REF}/script/trigger`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const made = ScriptApp.newTrigger('contractHandler').forForm(form).onFormSubmit().create();
      const found = ScriptApp.getProjectTriggers().filter(
        (trigger) => trigger.getUniqueId() === made.getUniqueId(),
      )[0];
      cleanTriggers('contractHandler');
      kit.equal(
        [found?.getHandlerFunction(), found?.getTriggerSourceId()],
        ['contractHandler', form.getId()],
      );
      kit.ok(found?.getEventType() === ScriptApp.EventType.ON_FORM_SUBMIT, '種類');
    },
  },
  {
    name: 'trigger__deleted__is_gone',
    source: `${REF}/script/script-app#deletetriggertrigger`,
    documented: true,
    run(kit) {
      const made = ScriptApp.newTrigger('contractHandler').timeBased().everyHours(1).create();
      const id = made.getUniqueId();
      ScriptApp.deleteTrigger(made);
      kit.equal(ScriptApp.getProjectTriggers().filter((trigger) => trigger.getUniqueId() === id).length, 0);
    },
  },
  {
    name: 'clock__odd_minutes__throws',
    source: `${REF}/script/clock-trigger-builder#everyminutesn`,
    documented: true,
    run(kit) {
      kit.throws(() => {
        ScriptApp.newTrigger('contractHandler').timeBased().everyMinutes(7).create();
        cleanTriggers('contractHandler');
      });
    },
  },
  {
    name: 'mail__without_recipient__throws',
    source: `${REF}/mail/mail-app#sendemailmessage`,
    documented: true,
    run(kit) {
      kit.throws(() => MailApp.sendEmail('', '件名', '本文'), /no recipient/);
    },
  },
  {
    name: 'mail__broken_address__throws',
    source: `${REF}/mail/mail-app#sendemailrecipient,-subject,-body`,
    documented: false,
    run(kit) {
      kit.throws(() => MailApp.sendEmail('not an address', '件名', '本文'), /Invalid email/);
    },
  },
  {
    name: 'mail__newline_in_address__throws',
    source: `${REF}/mail/mail-app#sendemailrecipient,-subject,-body`,
    documented: false,
    run(kit) {
      kit.throws(() => MailApp.sendEmail('a@example.jp\nbcc: b@example.jp', '件名', '本文'));
    },
  },
  {
    name: 'mail__remaining_quota__is_a_number',
    source: `${REF}/mail/mail-app#getremainingdailyquota`,
    documented: true,
    run(kit) {
      kit.ok(typeof MailApp.getRemainingDailyQuota() === 'number', '数');
    },
  },
  {
    name: 'properties__value__comes_back_as_text',
    source: `${REF}/properties/properties#setpropertykey,-value`,
    documented: true,
    run(kit) {
      const store = PropertiesService.getScriptProperties();
      store.setProperties({ contract: 'あ' });
      const read = store.getProperty('contract');
      store.deleteProperty('contract');
      kit.equal([read, store.getProperty('contract')], ['あ', null]);
    },
  },
  {
    name: 'properties__value_over_9KB__throws',
    source: QUOTAS,
    documented: true,
    run(kit) {
      const store = PropertiesService.getScriptProperties();
      kit.throws(() => store.setProperty('contract', 'x'.repeat(9 * 1024 + 1)), /too large/);
    },
  },
  {
    name: 'properties__user_and_script__are_apart',
    source: `${REF}/properties/properties-service`,
    documented: true,
    run(kit) {
      PropertiesService.getUserProperties().setProperty('contractUser', '1');
      const script = PropertiesService.getScriptProperties().getProperty('contractUser');
      PropertiesService.getUserProperties().deleteProperty('contractUser');
      kit.equal(script, null);
    },
  },
  {
    name: 'properties__document_store_outside_a_document__is_null',
    source: `${REF}/properties/properties-service#getdocumentproperties`,
    documented: true,
    run(kit) {
      kit.equal(PropertiesService.getDocumentProperties(), null);
    },
  },
  {
    name: 'cache__put__is_read_back_and_removed',
    source: `${REF}/cache/cache`,
    documented: true,
    run(kit) {
      const cache = CacheService.getScriptCache();
      cache.put('contract', 'あ', 60);
      const read = cache.get('contract');
      cache.remove('contract');
      kit.equal([read, cache.get('contract')], ['あ', null]);
    },
  },
  {
    name: 'cache__value_over_100KB__throws',
    source: `${REF}/cache/cache#putkey,-value`,
    documented: true,
    run(kit) {
      kit.throws(() => CacheService.getScriptCache().put('contract', 'x'.repeat(102_401), 60), /too large/i);
    },
  },
  {
    name: 'cache__long_key__throws',
    source: `${REF}/cache/cache#putkey,-value`,
    documented: true,
    run(kit) {
      kit.throws(() => CacheService.getScriptCache().put('k'.repeat(251), 'x', 60));
    },
  },
  {
    name: 'cache__get_all__gives_only_what_is_there',
    source: `${REF}/cache/cache#getallkeys`,
    documented: true,
    run(kit) {
      const cache = CacheService.getScriptCache();
      cache.putAll({ contractA: '1', contractB: '2' }, 60);
      const read = cache.getAll(['contractA', 'contractC']);
      cache.removeAll(['contractA', 'contractB']);
      kit.equal(read, { contractA: '1' });
    },
  },
  {
    name: 'lock__fresh__is_not_held_until_taken',
    source: `${REF}/lock/lock`,
    documented: true,
    run(kit) {
      const lock = LockService.getScriptLock();
      const before = lock.hasLock();
      const taken = lock.tryLock(1000);
      const during = lock.hasLock();
      lock.releaseLock();
      kit.equal([before, taken, during, lock.hasLock()], [false, true, true, false]);
    },
  },
  {
    name: 'lock__document_lock_outside_a_document__is_null',
    source: `${REF}/lock/lock-service#getdocumentlock`,
    documented: true,
    run(kit) {
      kit.equal(LockService.getDocumentLock(), null);
    },
  },
  {
    name: 'blob__bytes__are_signed',
    source: `${REF}/base/blob#getbytes`,
    documented: true,
    run(kit) {
      kit.equal(Utilities.newBlob('髙').getBytes(), [-23, -85, -103]);
    },
  },
  {
    name: 'blob__from_signed_bytes__is_read_as_text',
    source: `${REF}/utilities/utilities#newblobdata`,
    documented: true,
    run(kit) {
      kit.equal(Utilities.newBlob([-23, -85, -103]).getDataAsString(), '髙');
    },
  },
  {
    name: 'blob__cp932_bytes__are_read_with_their_charset',
    source: `${REF}/base/blob#getdataasstringcharset`,
    documented: false,
    run(kit) {
      kit.equal(Utilities.newBlob([-5, -4]).getDataAsString('Windows-31J'), '髙');
    },
  },
  {
    name: 'blob__name_and_type__are_kept',
    source: `${REF}/utilities/utilities#newblobdata,-contenttype,-name`,
    documented: true,
    run(kit) {
      const blob = Utilities.newBlob('a', 'text/csv', '出力.csv');
      kit.equal([blob.getName(), blob.getContentType()], ['出力.csv', 'text/csv']);
    },
  },
  {
    name: 'file__from_blob__keeps_its_bytes',
    source: `${REF}/drive/folder#createfileblob`,
    documented: true,
    run(kit) {
      const file = kit.folder().createFile(Utilities.newBlob([-5, -4, 13, 10], 'text/csv', '出力.csv'));
      kit.equal(file.getBlob().getBytes(), [-5, -4, 13, 10]);
      kit.equal(file.getName(), '出力.csv');
    },
  },
  {
    name: 'folder__two_files_of_one_name__are_both_found',
    source: `${REF}/drive/folder#getfilesbynamename`,
    documented: true,
    run(kit) {
      const folder = kit.folder();
      folder.createFile('a.txt', '1');
      folder.createFile('a.txt', '2');
      const found = folder.getFilesByName('a.txt');
      let count = 0;
      while (found.hasNext()) {
        found.next();
        count += 1;
      }
      kit.equal(count, 2);
    },
  },
  {
    name: 'drive__unknown_id__throws',
    source: `${REF}/drive/drive-app#getfilebyidid`,
    documented: true,
    run(kit) {
      kit.throws(() => DriveApp.getFileById('no-such-file').getName());
    },
  },
  {
    name: 'formatDate__tokyo__gives_local_time',
    source: `${REF}/utilities/utilities#formatdatedate,-timezone,-format`,
    documented: true,
    run(kit) {
      const at = new Date(Date.UTC(2026, 2, 31, 15, 4, 5));
      kit.equal(
        Utilities.formatDate(at, 'Asia/Tokyo', "yyyy-MM-dd'T'HH:mm:ssXXX"),
        '2026-04-01T00:04:05+09:00',
      );
    },
  },
  {
    name: 'formatDate__not_a_date__throws',
    source: `${REF}/utilities/utilities#formatdatedate,-timezone,-format`,
    documented: false,
    run(kit) {
      const text: unknown = '2026-04-01';
      kit.throws(
        () => Utilities.formatDate(text as GoogleAppsScript.Base.Date, 'Asia/Tokyo', 'yyyy'),
        /method signature/,
      );
    },
  },
  {
    name: 'localDate__script_zone__is_tokyo',
    source: 'https://developers.google.com/apps-script/manifest',
    documented: true,
    run(kit) {
      kit.equal(
        [new Date(2026, 3, 1).toISOString(), Session.getScriptTimeZone()],
        ['2026-03-31T15:00:00.000Z', 'Asia/Tokyo'],
      );
    },
  },
  {
    name: 'digest__sha256__is_signed_bytes',
    source: `${REF}/utilities/utilities#computedigestalgorithm,-value,-charset`,
    documented: true,
    run(kit) {
      const bytes = Utilities.computeDigest(
        Utilities.DigestAlgorithm.SHA_256,
        'abc',
        Utilities.Charset.UTF_8,
      );
      kit.equal(bytes.slice(0, 4), [-70, 120, 22, -65]);
    },
  },
  {
    name: 'hmac__sha256__matches_rfc4231_case_2',
    source: 'https://www.rfc-editor.org/rfc/rfc4231',
    documented: true,
    run(kit) {
      const bytes = Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe');
      kit.equal(Utilities.base64Encode(bytes).slice(0, 12), 'W9zBRr9gdU5q');
    },
  },
  {
    name: 'base64__web_safe__has_no_plus_or_slash',
    source: `${REF}/utilities/utilities#base64encodewebsafedata`,
    documented: true,
    run(kit) {
      kit.equal(
        [Utilities.base64Encode([-5, -17, -1]), Utilities.base64EncodeWebSafe([-5, -17, -1])],
        ['++//', '--__'],
      );
      kit.equal(Utilities.base64DecodeWebSafe('--__'), [-5, -17, -1]);
    },
  },
  {
    name: 'formatString__padded_number__keeps_its_width',
    source: `${REF}/utilities/utilities#formatstringtemplate,-args`,
    documented: true,
    run(kit) {
      kit.equal(Utilities.formatString('%s-%04d', 'R8', 12), 'R8-0012');
    },
  },
  {
    name: 'html__escaping_scriptlet__escapes',
    source: 'https://developers.google.com/apps-script/guides/html/templates',
    documented: true,
    run(kit) {
      const template = HtmlService.createTemplate('<p><?= name ?></p><? if (show) { ?>あり<? } ?>');
      const values: { name: string; show: boolean } = { name: '<b>&', show: true };
      Object.assign(template, values);
      kit.equal(template.evaluate().getContent(), '<p>&lt;b&gt;&amp;</p>あり');
    },
  },
  {
    name: 'runtime__missing_globals__are_missing',
    source: 'https://developers.google.com/apps-script/guides/v8-runtime',
    documented: true,
    run(kit) {
      const names = [
        'setTimeout',
        'fetch',
        'URL',
        'TextEncoder',
        'atob',
        'crypto',
        'structuredClone',
        'process',
        'require',
        'Buffer',
      ];
      kit.equal(
        names.filter((name) => name in globalThis),
        [],
      );
    },
  },
  {
    name: 'errors__of_services__are_errors_of_this_realm',
    source: 'https://developers.google.com/apps-script/guides/v8-runtime',
    documented: true,
    run(kit) {
      let caught: unknown = null;
      try {
        SpreadsheetApp.openById('no-such-file');
      } catch (error) {
        caught = error;
      }
      kit.ok(caught instanceof Error, 'instanceof Error');
    },
  },
];
