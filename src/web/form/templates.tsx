import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldErrorProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils';
import { form } from '../words/form.ts';
import { useWords } from '../words/words.ts';

/** The server’s complaints about a field, read out as they come. */
const FieldError = ({ errors = [], fieldPathId }: FieldErrorProps) =>
  errors.length === 0 ? null : (
    <div id={`${fieldPathId.$id}__error`} role="alert" className="bad field-error">
      {errors.map((error, at) => (
        <div key={at}>{error}</div>
      ))}
    </div>
  );

/** The fields of a thing, one under the other; those of a part stand in a frame under its name. */
const Fields = ({ properties, title, fieldPathId, required }: ObjectFieldTemplateProps) => {
  const fields = properties.map(({ name, content, hidden }) => (
    <div key={name} hidden={hidden}>
      {content}
    </div>
  ));
  const isRoot = fieldPathId.path.length === 0;
  const isItem = typeof fieldPathId.path.at(-1) === 'number';
  if (isRoot || isItem || title === '') return <div className="fields">{fields}</div>;
  return (
    <fieldset className="part">
      <legend className={required ? 'must' : undefined}>{title}</legend>
      <div className="fields">{fields}</div>
    </fieldset>
  );
};

const Item = ({ children, buttonsProps, index, hasToolbar }: ArrayFieldItemTemplateProps) => {
  const t = useWords(form);
  const { hasMoveUp, hasMoveDown, hasRemove, onMoveUpItem, onMoveDownItem, onRemoveItem } =
    buttonsProps;
  const nth = { n: index + 1 };
  return (
    <div className="item">
      <div className="item-body">{children}</div>
      {hasToolbar && (
        <div className="item-tools">
          {hasMoveUp && (
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={t('up', nth)}
              onClick={onMoveUpItem}
            />
          )}
          {hasMoveDown && (
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={t('down', nth)}
              onClick={onMoveDownItem}
            />
          )}
          {hasRemove && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('remove', nth)}
              onClick={onRemoveItem}
            />
          )}
        </div>
      )}
    </div>
  );
};

/** A list, item under item, with a way to add one. */
const List = ({ title, items, canAdd, onAddClick, required }: ArrayFieldTemplateProps) => {
  const t = useWords(form);
  return (
    <fieldset className="part">
      <legend className={required ? 'must' : undefined}>{title}</legend>
      {items}
      {canAdd && (
        <Button icon={<PlusOutlined aria-hidden />} onClick={onAddClick}>
          {t('add', { what: title })}
        </Button>
      )}
    </fieldset>
  );
};

/** What differs from the theme's own templates. */
export const templates: Partial<TemplatesType> = {
  FieldErrorTemplate: FieldError,
  ObjectFieldTemplate: Fields,
  ArrayFieldTemplate: List,
  ArrayFieldItemTemplate: Item,
};
