/** A word or a sentence in both languages. */
export type Sentence = { readonly zh: string; readonly en: string };

/** Both languages beside each other: a word without its other half does not compile. */
export type Table = Readonly<Record<string, Sentence>>;

export type Words<T extends Table> = { readonly name: string; readonly table: T };

/** `cases_one` and `cases_other` are asked for as `cases` with a `count`. */
export type KeyOf<T> = {
  [K in keyof T & string]: K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
}[keyof T & string];

export type Values = Readonly<Record<string, string | number>>;
export type Translate<T extends Table> = (key: KeyOf<T>, values?: Values) => string;

/** The words of one workplace; `{{name}}` stands for a value. */
export const words = <const T extends Table>(name: string, table: T): Words<T> => ({ name, table });
