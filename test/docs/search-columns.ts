/** What the columns of search say. */
export const searchColumns: Readonly<Record<string, string>> = {
  'search_terms.field': 'Which of its words: name, credit code, case number, …',
  'search_terms.text': 'The word',
  folded: 'The same in lower case and half width, for comparing',
  'person_names.name': 'Name',
  'person_names.employer': 'Where the person works',
  'person_names.position': 'As what',
};
