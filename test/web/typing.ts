import type { Locator, Page } from 'playwright-core';

/** A command's schema, as far as one needs it to know how a field is filled in. */
export type Shape = {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
};
type Typing = {
  readonly page: Page;
  readonly form: Locator;
  /** What the button says that adds an item to a list. */
  readonly add: (list: string) => string;
};
type Body = Readonly<Record<string, unknown>>;

/** A file that is chosen on the machine. */
export type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A short text file: what a day's minutes or proofs are made of. */
export const file = (name: string, text: string): File => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text: string): RegExp => new RegExp(`^${plain(text)}$`);

/** A button by what it says; between two Chinese characters the theme puts a space. */
export const called = (text: string): RegExp => {
  const spaced = plain(text).replace(/^(\p{Script=Han})(\p{Script=Han})$/u, '$1\\s?$2');
  return new RegExp(`^${spaced}$`);
};

/** Opens a choice and takes what is called so; types a part of its name first where one may. */
export const choose = async (field: Locator, label: string | RegExp, typed = ''): Promise<void> => {
  const page = field.page();
  await field.focus();
  if (typed === '') await field.press('ArrowDown');
  else await field.fill(typed);
  const options = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const option = options.locator('.ant-select-item-option').filter({
    hasText: typeof label === 'string' ? exactly(label) : label,
  });
  await option.first().click();
};

/** Types a day and takes it; the calendar shuts, also where it was that day already. */
export const pickDay = async (field: Locator, day: string): Promise<void> => {
  // A drawer that is still opening takes the focus once, and what was typed goes with it.
  for (let tries = 0; tries < 3; tries += 1) {
    await field.fill(day);
    await field.press('Enter');
    await field.blur();
    if ((await field.inputValue()) === day) return;
  }
  throw new Error(`The day ${day} is not taken.`);
};

const titleOf = (shapes: readonly Shape[], code: unknown): string =>
  shapes.find((one) => one.const === code)?.title ?? String(code);
const isChoice = ({ oneOf = [] }: Shape): boolean =>
  oneOf.length > 0 && oneOf.every((one) => one.const !== undefined);

const FOUND = new Set([
  'person-id',
  'enterprise-id',
  'contract-id',
  'bargaining-case-id',
  'consultation-id',
]);
const HUNDREDTHS = new Set(['fen', 'basis-points']);

const typeOne = async ({ form }: Typing, id: string, shape: Shape, value: unknown) => {
  const field = form.locator(`#${id}`);
  const { format = '', oneOf = [] } = shape;
  if (format === 'date') await pickDay(field, String(value));
  else if (FOUND.has(format))
    await choose(field, new RegExp(`(^|· )${String(value)}$`), String(value));
  else if (isChoice(shape)) {
    const label = titleOf(oneOf, value);
    await choose(field, label, label);
  } else if (HUNDREDTHS.has(format)) await field.fill(String(Number(value) / 100));
  else await field.fill(String(value));
};

/** The frame of a list, by its name. */
const listOf = ({ page, form }: Typing, title: string): Locator =>
  form
    .locator('fieldset.part')
    .filter({ has: page.locator('legend', { hasText: exactly(title) }) })
    .last();

const typeList = async (typing: Typing, id: string, shape: Shape, values: readonly unknown[]) => {
  const { items = {}, title = '' } = shape;
  if (isChoice(items) || items.format === 'person-id') {
    for (const value of values) await typeOne(typing, id, items, value);
    await typing.form.locator(`#${id}`).blur();
    return;
  }
  const list = listOf(typing, title);
  for (const [at, value] of values.entries()) {
    if ((await list.locator('> .item').count()) <= at)
      await list
        .getByRole('button', { name: called(typing.add(title)) })
        .last()
        .click();
    const item = list.locator('> .item').nth(at);
    await item.waitFor();
    if (items.format === 'attachment') await attach(item, value as File);
    else await typeInto(typing, `${id}_${String(at)}`, items, value);
  }
};

/** Chooses a file and waits until it has gone up. */
const attach = async (where: Locator, chosen: File): Promise<void> => {
  await where.locator('input[type=file]').setInputFiles(chosen);
  await where.getByText(chosen.name).waitFor();
};

/** The code that tells an alternative from the others. */
const codeOf = ({ properties = {} }: Shape) =>
  Object.entries(properties).find(([, one]) => one.const !== undefined) ?? ['', {}];

const typeAlternative = async (typing: Typing, id: string, shape: Shape, value: Body) => {
  const fits = (one: Shape): boolean => {
    const [name, code] = codeOf(one);
    return code.const === value[name];
  };
  const found = shape.oneOf?.find(fits);
  if (!found) throw new Error(`No alternative at ${id} fits.`);
  const [name, { title, const: code }] = codeOf(found);
  await choose(typing.form.locator(`#${id}__oneof_select`), found.title ?? title ?? String(code));
  const { [name]: _, ...rest } = value;
  await typeInto(typing, id, found, rest);
};

/** Fills in the part of a form that a schema describes with a value as the API takes it. */
export async function typeInto(typing: Typing, id: string, shape: Shape, value: unknown) {
  const { properties, oneOf } = shape;
  if (Array.isArray(value)) await typeList(typing, id, shape, value);
  else if (properties)
    for (const [name, one] of Object.entries(value as Body)) {
      const part = properties[name];
      if (!part) throw new Error(`There is no field ${name} at ${id}.`);
      await typeInto(typing, `${id}_${name}`, part, one);
    }
  else if (oneOf && !isChoice(shape)) await typeAlternative(typing, id, shape, value as Body);
  else await typeOne(typing, id, shape, value);
}
