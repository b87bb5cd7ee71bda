import { DownloadOutlined } from '@ant-design/icons';
import { useFormat } from '../words/format.ts';
import { shared } from '../words/shared.ts';
import { useWords } from '../words/words.ts';

type Attachment = {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType?: string;
};
export const isAttachment = (value: object): value is Attachment =>
  'sha256' in value && 'name' in value && 'bytes' in value;

const addressOf = ({ sha256, name }: Attachment): string =>
  `/api/v1/attachments/${sha256}?name=${encodeURIComponent(name)}`;

/** A file that a fact names: to open in a tab of its own where a browser shows it, and to save. */
export const AttachmentLink = ({ file }: { readonly file: Attachment }) => {
  const t = useWords(shared);
  const format = useFormat();
  return (
    <span className="attachment">
      <a href={addressOf(file)} target="_blank" rel="noreferrer">
        {file.name} ({format.bytes(file.bytes)})
      </a>{' '}
      <a
        className="no-print"
        href={addressOf(file)}
        download={file.name}
        aria-label={t('saveFile', { name: file.name })}
        title={t('saveFile', { name: file.name })}
      >
        <DownloadOutlined aria-hidden />
      </a>
    </span>
  );
};

/** A picture as it is; nothing for what is no picture. */
export const AttachmentPreview = ({ file }: { readonly file: Attachment }) =>
  file.mediaType?.startsWith('image/') ? (
    <img className="attachment-preview" src={addressOf(file)} alt={file.name} />
  ) : null;
