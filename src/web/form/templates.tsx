import type { FieldErrorProps, TemplatesType } from '@rjsf/utils';

/** The server’s complaints about a field, read out as they come. */
const FieldError = ({ errors = [], fieldPathId }: FieldErrorProps) =>
  errors.length === 0 ? null : (
    <div id={`${fieldPathId.$id}__error`} role="alert" className="bad field-error">
      {errors.map((error, at) => (
        <div key={at}>{error}</div>
      ))}
    </div>
  );

/** What differs from the theme's own templates. */
export const templates: Partial<TemplatesType> = { FieldErrorTemplate: FieldError };
