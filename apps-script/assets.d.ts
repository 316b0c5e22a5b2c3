/** The data module that the build generates from `forms-templates/` (see `scripts/build/assets.ts`). */
declare module 'cci:assets' {
  const unpack: () => unknown;
  export default unpack;
}
