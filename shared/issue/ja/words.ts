/** The shape of one entry of the catalogue. */

/** `{name}` places are filled from the parameters, `{label}` and `{value}` from the issue. */
export interface Words {
  readonly message: string;
  readonly remedy: string;
}
