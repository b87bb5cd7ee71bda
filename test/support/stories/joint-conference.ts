/** The two sides of a joint conference. */
export const seats = [
  { body: 'government', name: '市人民政府' },
  { body: 'union', name: '市总工会' },
];
export const both = seats.map(({ body }) => body);

/** The city calls its tenth joint conference, for 16 March 2026. */
export const notice = {
  forum: 'joint-conference',
  kind: 'regular',
  level: 'city',
  division: '3206',
  name: '市政府与市总工会第十次联席会议',
  seats,
  convenor: 'government',
  on: '2026-03-02',
  meetsOn: '2026-03-16',
  carried: [],
};
