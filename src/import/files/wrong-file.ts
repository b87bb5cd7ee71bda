/** The file is not one that can be imported: what is wrong with it as a whole. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
}
