/** Scopes that a manifest lists; null when it lists none, and every service may be used. */
export function scopesOf(manifest: unknown): readonly string[] | null {
  if (typeof manifest !== 'object' || manifest === null || !('oauthScopes' in manifest)) return null;
  return Array.isArray(manifest.oauthScopes) ? manifest.oauthScopes.map(String) : null;
}
