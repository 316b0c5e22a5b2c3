/** The data module that the build generates from `forms-templates/` (see `scripts/build/assets.ts`). */
declare module 'cci:assets' {
  /** JSON in UTF-8, packed with raw DEFLATE, in base64; `bytes` is its unpacked length. */
  const assets: { readonly bytes: number; readonly packed: string };
  export default assets;
}
