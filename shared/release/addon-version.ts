/** Version of the add-on that a release may ask for at the least; the same as in package.json (held by a test). */
export const addonVersion = '0.1.0';
