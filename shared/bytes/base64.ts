/** Base64 (RFC 4648) into bytes, for a platform whose own decoder makes a number object of every byte. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const unknown = 255;

/** The bytes, or null when the text is no base64 of whole bytes. Padding may be left out. */
export function decodeBase64(text: string): Uint8Array | null {
  const values = new Uint8Array(128).fill(unknown);
  for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value;
  let length = text.length;
  while (length > text.length - 2 && text.charAt(length - 1) === '=') length--;
  if (length % 4 === 1 || (length < text.length && text.length % 4 !== 0)) return null;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let held = 0;
  let bits = 0;
  let filled = 0;
  for (let at = 0; at < length; at++) {
    const value = values[text.charCodeAt(at)] ?? unknown;
    if (value === unknown) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[filled++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
