/** `Utilities` (https://developers.google.com/apps-script/reference/utilities/utilities). */
import { Blob, base64ToBytes, bytesToBase64, checkBytes } from './blob.ts';
import { call } from './bridge-client.ts';
import { EnumGroup, enumName } from './enums.ts';
import { Face, refusal, signatureError } from './face.ts';
import { formatDate, formatString } from './text.ts';

/** Base64 of text (UTF-8 unless a charset is given) or of signed bytes. */
function base64Of(value: unknown, charset?: unknown): string {
  if (typeof value === 'string')
    return call('Utilities.encode', value, charset === undefined ? '' : enumName(charset));
  return bytesToBase64(checkBytes(value));
}

const webSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');

export class UtilitiesFace extends Face {
  readonly Charset = new EnumGroup('Charset', ['US_ASCII', 'UTF_8']);
  readonly DigestAlgorithm = new EnumGroup('DigestAlgorithm', [
    'MD2',
    'MD5',
    'SHA_1',
    'SHA_256',
    'SHA_384',
    'SHA_512',
  ]);
  readonly MacAlgorithm = new EnumGroup('MacAlgorithm', [
    'HMAC_MD5',
    'HMAC_SHA_1',
    'HMAC_SHA_256',
    'HMAC_SHA_384',
    'HMAC_SHA_512',
  ]);

  className_(): string {
    return 'Utilities';
  }

  newBlob(data: unknown, contentType?: string | null, name?: string | null): Blob {
    if (typeof data !== 'string' && !Array.isArray(data))
      throw signatureError('Utilities', 'newBlob', [data]);
    const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null);
    return new Blob(base64Of(data), type, name ?? null);
  }

  formatDate(date: unknown, timeZone: string, format: string): string {
    return formatDate(date, timeZone, format);
  }

  formatString(template: string, ...args: unknown[]): string {
    return formatString(template, args);
  }

  getUuid(): string {
    return call('Utilities.getUuid');
  }

  sleep(milliseconds: number): void {
    if (milliseconds > 300_000) throw refusal('Invalid argument: milliseconds (the maximum is 300000)');
    call('Utilities.sleep', milliseconds);
  }

  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    return base64ToBytes(call('Utilities.digest', enumName(algorithm), base64Of(value, charset)));
  }

  computeHmacSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] {
    const name = enumName(algorithm).replace(/^HMAC_/, '');
    return base64ToBytes(call('Utilities.hmac', name, base64Of(value, charset), base64Of(key, charset)));
  }

  computeHmacSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return base64ToBytes(call('Utilities.hmac', 'SHA_256', base64Of(value, charset), base64Of(key, charset)));
  }

  base64Encode(data: unknown, charset?: unknown): string {
    return base64Of(data, charset);
  }

  base64EncodeWebSafe(data: unknown, charset?: unknown): string {
    return webSafe(base64Of(data, charset));
  }

  base64Decode(text: string): number[] {
    return base64ToBytes(text);
  }

  base64DecodeWebSafe(text: string): number[] {
    return base64ToBytes(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }
}
