import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Space } from 'antd';
import type { FieldProps } from '@rjsf/utils';
import { useRef, useState } from 'react';
import { TAKEN, upload, type Attachment } from '../api/attachments.ts';
import { Unreachable } from '../api/problem.ts';
import { AttachmentLink, AttachmentPreview } from '../shared/attachment.tsx';
import { form } from '../words/form.ts';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

/** Chooses a file, sends it, and keeps its reference. */
export const AttachmentInput = ({
  value,
  label,
  onChange,
}: {
  readonly value: Attachment | undefined;
  readonly label?: string | undefined;
  readonly onChange: (value: Attachment | undefined) => void;
}) => {
  const t = useWords(form);
  const s = useWords(shell);
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number }>();
  const [wrong, setWrong] = useState<string>();
  const take = async (file: File) => {
    setWrong(undefined);
    try {
      setSending({ name: file.name, share: 0 });
      onChange(await upload(file, (share) => setSending({ name: file.name, share })));
    } catch (error) {
      // What was chosen is not kept for later: it is chosen again.
      const lost = error instanceof Unreachable;
      setWrong(lost ? t('uploadLost') : error instanceof Error ? error.message : s('brokenTitle'));
    } finally {
      setSending(undefined);
    }
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        accept={TAKEN}
        aria-label={label ?? t('upload')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void take(file);
          event.target.value = '';
        }}
      />
      <Space wrap>
        {value && <AttachmentLink file={value} />}
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
          {t('upload')}
        </Button>
        {value && <Button onClick={() => onChange(undefined)}>{t('removeFile')}</Button>}
      </Space>
      {value && <AttachmentPreview file={value} />}
      {sending && (
        <Progress
          percent={Math.round(sending.share * 100)}
          aria-label={t('uploading', { name: sending.name })}
        />
      )}
      {wrong !== undefined && <Alert type="error" showIcon title={wrong} />}
    </div>
  );
};

/** A file in a form. */
export const AttachmentField = ({ formData, schema, fieldPathId, onChange }: FieldProps) => (
  <div className="ant-form-item">
    {schema.title !== undefined && <div className="field-title">{schema.title}</div>}
    <AttachmentInput
      value={
        (formData as Attachment | undefined)?.sha256 === undefined
          ? undefined
          : (formData as Attachment)
      }
      label={schema.title}
      onChange={(next) => onChange(next, fieldPathId.path)}
    />
  </div>
);
