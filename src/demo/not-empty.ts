/** A city is only founded where nothing was recorded. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}
