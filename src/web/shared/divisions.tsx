import { useQuery } from '@tanstack/react-query';
import { get } from '../api/request.ts';
import type { Page } from '../api/types.ts';
import type { Sentence } from '../words/language.ts';
import { useFormat } from '../words/format.ts';
import { useTerms } from '../words/terms.ts';

export type Division = { readonly code: string; readonly name: Sentence };

/** The administrative divisions that the server knows; they never change while a page is open. */
export const useDivisions = () =>
  useQuery({
    queryKey: ['divisions'],
    queryFn: async ({ signal }) => (await get<Page<Division>>('/v1/divisions', {}, signal)).items,
    staleTime: Infinity,
  });

/** Divisions by their names, their codes on hover; a code that is not known stands for itself. */
export const DivisionNames = ({ codes }: { readonly codes: string }) => {
  const terms = useTerms();
  const format = useFormat();
  const { data = [] } = useDivisions();
  const nameOf = (code: string) => {
    const known = data.find((one) => one.code === code);
    return known ? terms.said(known.name) : code;
  };
  return <span title={codes}>{format.list(codes.split(' ').map(nameOf))}</span>;
};
