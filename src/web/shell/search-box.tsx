import { SearchOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Searches everything; `/` brings the keyboard here. */
export const SearchBox = () => {
  const t = useWords(shell);
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false });
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(typeof q === 'string' ? q : ''), [q]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void navigate({ to: '/search', search: { q: text.trim() } });
      }}
    >
      <span aria-hidden="true">
        <SearchOutlined />
      </span>
      <input
        ref={input}
        type="search"
        value={text}
        aria-label={t('search')}
        placeholder={t('search')}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
};
