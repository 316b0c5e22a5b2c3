/** Whether a text is one plain mail address that may stand in a header. */

/**
 * True for one address and nothing else: no display name, no second recipient (comma, semicolon), no line break, nothing
 * but ASCII. Stricter than RFC 5322 on purpose: quoted local parts and comments are refused.
 */
export function isMailable(address: string): boolean {
  return (
    address.length <= 254 && /^[!#-'*+\-./0-9=?A-Z^-~]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/.test(address)
  );
}
